package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.meaning.RowView;
import dev.seedplan.runtime.internal.rules.FillTable;
import org.jspecify.annotations.Nullable;

/**
 * What meanings may look at while a row is made.
 *
 * @param ordinal the row's number
 * @param values those chosen so far
 */
record UnfinishedRow(
        FillTable table, long ordinal, @Nullable Object[] values) implements RowView {

    @Override
    public boolean has(String column) {
        return get(column) != null;
    }

    @Override
    public @Nullable Object get(String column) {
        int place = table.indexOf(column);
        return place < 0 ? null : values[place];
    }
}
