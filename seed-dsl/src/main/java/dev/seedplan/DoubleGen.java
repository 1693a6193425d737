package dev.seedplan;

/** A source of doubles without boxing; a {@code double precision}, {@code real} or {@code numeric} column takes it. */
public interface DoubleGen extends Gen<Double> {

    /** {@return the value at the cell} */
    double doubleAt(Cell cell);

    @Override
    default Double at(Cell cell) {
        return doubleAt(cell);
    }
}
