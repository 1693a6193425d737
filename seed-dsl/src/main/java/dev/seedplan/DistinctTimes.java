package dev.seedplan;

import dev.seedplan.spi.Bounded;

/** Distinct instants. */
record DistinctTimes(UniqueTimeGen domain) implements TimeGen, Bounded {

    @Override
    public long microsAt(Cell cell) {
        return domain.nthMicros(cell, Distinct.place(domain, cell));
    }

    @Override
    public long capacity(Cell cell) {
        return domain.capacity(cell);
    }
}
