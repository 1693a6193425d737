package dev.seedplan;

import dev.seedplan.spi.Sometimes;
import org.jspecify.annotations.Nullable;

/** A source that is NULL in a share of the rows. */
record OrNull<T>(Gen<T> gen, double share) implements Sometimes<T> {

    // Apart from the inner generator's draws, so that a changed share leaves the values that stay as they were.
    private static final int NULL_DRAW = 1_000_003;

    OrNull {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of NULLs is " + share + ", it must be between 0 and 1");
        }
    }

    @Override
    public boolean isNull(Cell cell) {
        return cell.unit(NULL_DRAW) < share;
    }

    @Override
    public @Nullable T valueAt(Cell cell) {
        return isNull(cell) ? null : gen.at(cell);
    }
}
