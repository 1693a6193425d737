package dev.seedplan;

/** A source of ints without boxing; an {@code int}, {@code smallint}, {@code bigint} or {@code numeric} column takes it. */
public interface IntGen extends Gen<Integer> {

    /** {@return the value at the cell} */
    int intAt(Cell cell);

    @Override
    default Integer at(Cell cell) {
        return intAt(cell);
    }
}
