package dev.seedplan;

/** A source of distinct ints without boxing. */
public interface UniqueIntGen extends IntGen, UniqueGen<Integer> {

    /** {@return value number {@code index} of the domain} */
    int nthInt(Cell cell, long index);

    @Override
    default Integer nth(Cell cell, long index) {
        return nthInt(cell, index);
    }

    @Override
    default IntGen unique() {
        return new DistinctInts(this);
    }
}
