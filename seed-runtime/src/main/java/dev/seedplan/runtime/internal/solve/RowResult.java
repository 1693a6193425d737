package dev.seedplan.runtime.internal.solve;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row, or why there is none. */
public sealed interface RowResult {

    /**
     * A row.
     *
     * @param values of all columns, NULL as null, in the order of the columns
     * @param undecided conditions that only the server can judge
     */
    record Row(Map<String, @Nullable Object> values, List<Condition> undecided) implements RowResult {}

    /**
     * No row was found with these fixed values.
     *
     * @param conditions that the last candidate did not meet, or that leave a column no value
     * @param why what was tried
     */
    record Impossible(List<Condition> conditions, String why) implements RowResult {}
}
