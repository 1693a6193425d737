package dev.seedplan.runtime;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was taken back, or would be.
 *
 * @param run the run's number
 * @param plan the plan's class name, or what stands for it
 * @param dryRun whether nothing was done
 * @param rows the number of rows by table, {@code schema.name}
 * @param kept rows that stay, with reasons
 * @param notes what else the user should know, each a sentence
 * @param audit the file that lists the deleted rows; empty for none
 */
public record RollbackSummary(
        long run,
        String plan,
        boolean dryRun,
        SortedMap<String, Long> rows,
        List<KeptRows> kept,
        List<String> notes,
        String audit) {

    /** Keeps the collections as they are now. */
    public RollbackSummary {
        rows = new TreeMap<>(rows);
        kept = List.copyOf(kept);
        notes = List.copyOf(notes);
    }

    /** {@return the number of rows of all tables} */
    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@return the exit code a command ends with: 0, or {@link SeedException#LEFT_OUT} where rows stay} */
    public int exitCode() {
        return kept.isEmpty() ? 0 : SeedException.LEFT_OUT;
    }
}
