package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.UniqueKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are kept apart under all its unique keys, as {@link KeyPlanner} has planned it.
 *
 * @param rows how many rows fit
 * @param limit why not all rows asked for fit; null if they do
 * @param drivers the columns with a value of their own in each row
 * @param nullsRepeat the columns in which a NULL would repeat, since a unique index takes NULLs for equal
 * @param components what the schemes number
 * @param schemes the combinations of components
 * @param escapes the keys that only the first rows can be in
 */
record KeyPlan(
        long rows,
        @Nullable String limit,
        Set<Integer> drivers,
        Set<Integer> nullsRepeat,
        List<Component> components,
        List<Scheme> schemes,
        List<Escape> escapes) {

    /**
     * Combinations of components, each at most once.
     *
     * @param rows how many of the first rows take part
     */
    record Scheme(DistinctScheme combinations, long rows) {}

    /**
     * A key that only the first rows can be in; the others escape it.
     *
     * @param rows how many can be in it
     * @param nullColumn a column whose NULL takes a row out of it; -1 where only its predicate does
     */
    record Escape(UniqueKey key, long rows, int nullColumn) {}

    /** {@return why a column has the values it has: the unique indexes it keeps rows apart under; empty if none} */
    List<String> reasons(FillTable table, int column) {
        List<String> reasons = new ArrayList<>();
        for (UniqueKey key : table.uniques()) {
            if (!key.columns().contains(column)) {
                continue;
            }
            if (drivers.contains(column)) {
                reasons.add("different in each row, for unique index " + key.name());
            } else if (components.stream().anyMatch(c -> c instanceof Component.Values few && few.column() == column)) {
                reasons.add("each combination once, for unique index " + key.name());
            }
        }
        return reasons;
    }

    /** {@return whether a NULL in a column would repeat, since a unique index takes NULLs for equal} */
    boolean mustHaveValue(int column) {
        return nullsRepeat.contains(column);
    }

    /** {@return for each component the number of its value in a row; -1 where it is free} */
    long[] at(long row, int attempt) {
        long[] all = new long[components.size()];
        Arrays.fill(all, -1);
        for (Scheme scheme : schemes) {
            if (row < scheme.rows()) {
                long[] values = scheme.combinations().at(row, attempt * rows);
                for (int i = 0; i < values.length; i++) {
                    if (values[i] >= 0) {
                        all[i] = values[i];
                    }
                }
            }
        }
        return all;
    }

    /** {@return the keys that a row has to stay out of} */
    List<Escape> escapes(long row) {
        return escapes.stream().filter(e -> row >= e.rows()).toList();
    }
}
