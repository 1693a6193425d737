package dev.seedplan.runtime.internal.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run may change of a plan.
 *
 * @param seed another seed; null for the plan's
 * @param rows numbers of rows by table, as the user names it
 * @param dryRun whether to write nothing
 * @param content a directory looked in before the class path; empty for none
 */
public record RunOptions(@Nullable Long seed, Map<String, Long> rows, boolean dryRun, String content) {

    /** {@return the number of rows by table id, {@code schema.name}} */
    Map<String, Long> rowsById() {
        java.util.Map<String, Long> byId = new java.util.LinkedHashMap<>();
        rows.forEach((table, number) -> byId.put(table.indexOf('.') < 0 ? "public." + table : table, number));
        return byId;
    }
}
