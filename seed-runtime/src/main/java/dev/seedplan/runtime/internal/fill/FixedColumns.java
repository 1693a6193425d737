package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.types.Draws;
import org.jspecify.annotations.Nullable;

/** Values that follow from the row's number alone: partitions, exclusion constraints. */
interface FixedColumns {

    /** For tables where nothing follows. */
    FixedColumns NONE = new FixedColumns() {

        @Override
        public boolean governs(int column) {
            return false;
        }

        @Override
        public void set(long row, Draws draws, @Nullable Object[] values) {}
    };

    /** {@return whether it sets a column in some row} */
    boolean governs(int column);

    /** Sets what it knows. */
    void set(long row, Draws draws, @Nullable Object[] values);
}
