package dev.seedplan;

import dev.seedplan.spi.Bounded;
import dev.seedplan.spi.Permutation;

/** The values of a finite domain in the order of a keyed permutation of the rows' ordinals. */
record Distinct<T>(UniqueGen<T> domain) implements Gen<T>, Bounded {

    @Override
    public T at(Cell cell) {
        return domain.nth(cell, place(domain, cell));
    }

    @Override
    public long capacity(Cell cell) {
        return domain.capacity(cell);
    }

    /** {@return the number of the value that the cell's row gets} */
    static long place(UniqueGen<?> domain, Cell cell) {
        long capacity = domain.capacity(cell);
        if (cell.ordinal() >= capacity) {
            throw new IllegalStateException("unique() has " + capacity + " different values, but row number "
                    + (cell.ordinal() + 1) + " needs another one");
        }
        return Permutation.at(cell.uniqueKey(), capacity, cell.ordinal());
    }
}
