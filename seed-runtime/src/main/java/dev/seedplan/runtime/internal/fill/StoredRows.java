package dev.seedplan.runtime.internal.fill;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are in the database, as far as foreign keys need them: those of tables that are not filled, and those of tables
 * whose triggers may have changed what was sent.
 */
record StoredRows(Map<String, Integer> places, List<@Nullable Object[]> rows) implements ParentRows {

    /** Parents beyond this number are not read: children are spread over these. */
    static final int MOST = 100_000;

    static final StoredRows NONE = new StoredRows(Map.of(), List.of());

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public @Nullable Object value(long row, String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("column " + column + " was not read");
        }
        return rows.get((int) row)[place];
    }
}
