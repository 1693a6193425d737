package dev.seedplan;

import dev.seedplan.spi.Bounded;
import dev.seedplan.spi.TextOut;

/** Distinct texts. */
record DistinctText(UniqueText domain) implements TextGen, Bounded {

    @Override
    public void write(Cell cell, TextOut out) {
        domain.writeNth(cell, Distinct.place(domain, cell), out);
    }

    @Override
    public String at(Cell cell) {
        return domain.nth(cell, Distinct.place(domain, cell));
    }

    @Override
    public long capacity(Cell cell) {
        return domain.capacity(cell);
    }
}
