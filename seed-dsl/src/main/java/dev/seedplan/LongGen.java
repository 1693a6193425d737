package dev.seedplan;

/** A source of longs without boxing; a {@code bigint} or {@code numeric} column takes it. */
public interface LongGen extends Gen<Long> {

    /** {@return the value at the cell} */
    long longAt(Cell cell);

    @Override
    default Long at(Cell cell) {
        return longAt(cell);
    }
}
