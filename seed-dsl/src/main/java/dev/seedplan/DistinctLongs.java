package dev.seedplan;

import dev.seedplan.spi.Bounded;

/** Distinct longs. */
record DistinctLongs(UniqueLongGen domain) implements LongGen, Bounded {

    @Override
    public long longAt(Cell cell) {
        return domain.nthLong(cell, Distinct.place(domain, cell));
    }

    @Override
    public long capacity(Cell cell) {
        return domain.capacity(cell);
    }
}
