package dev.seedplan.runtime.internal.fill;

import org.jspecify.annotations.Nullable;

/**
 * A table's own rows as parents: a row refers to one before it, the first one of a mandatory key to itself.
 *
 * @param rows the table's
 */
record OwnRows(TableRows rows) implements ParentRows {

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public long size(long child) {
        return Math.max(1, child);
    }

    @Override
    public boolean growing() {
        return true;
    }

    @Override
    public @Nullable Object value(long row, String column) {
        return rows.value(row, column);
    }
}
