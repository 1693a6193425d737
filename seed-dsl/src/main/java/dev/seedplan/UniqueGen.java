package dev.seedplan;

/**
 * A source of distinct values over a finite domain; {@link #unique()} gives each row of the table another one.
 *
 * @param <T> the type of the values
 */
public interface UniqueGen<T> extends Gen<T> {

    /** {@return how many different values there are at this cell, 1 or more} */
    long capacity(Cell cell);

    /**
     * {@return value number {@code index} of the domain}
     *
     * @param index 0 (inclusive) to {@link #capacity} (exclusive)
     */
    T nth(Cell cell, long index);

    /**
     * {@return a source that gives no value twice in a column of one run} A permutation of the domain, keyed by the seed:
     * no retries, no memory. A run that needs more rows than there are values is refused before the first row.
     */
    default Gen<T> unique() {
        return new Distinct<>(this);
    }
}
