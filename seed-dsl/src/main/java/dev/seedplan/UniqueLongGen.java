package dev.seedplan;

/** A source of distinct longs without boxing. */
public interface UniqueLongGen extends LongGen, UniqueGen<Long> {

    /** {@return value number {@code index} of the domain} */
    long nthLong(Cell cell, long index);

    @Override
    default Long nth(Cell cell, long index) {
        return nthLong(cell, index);
    }

    @Override
    default LongGen unique() {
        return new DistinctLongs(this);
    }
}
