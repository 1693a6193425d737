package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.IntGen;
import dev.seedplan.spi.Bounded;

/**
 * The rows' numbers.
 *
 * @param start the number of the first row
 */
public record Sequence(int start) implements IntGen, Bounded {

    @Override
    public int intAt(Cell cell) {
        return Math.toIntExact(start + cell.ordinal());
    }

    @Override
    public long capacity(Cell cell) {
        return (long) Integer.MAX_VALUE - start + 1;
    }
}
