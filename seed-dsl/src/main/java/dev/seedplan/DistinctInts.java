package dev.seedplan;

import dev.seedplan.spi.Bounded;

/** Distinct ints. */
record DistinctInts(UniqueIntGen domain) implements IntGen, Bounded {

    @Override
    public int intAt(Cell cell) {
        return domain.nthInt(cell, Distinct.place(domain, cell));
    }

    @Override
    public long capacity(Cell cell) {
        return domain.capacity(cell);
    }
}
