package dev.seedplan.runtime;

import dev.seedplan.runtime.internal.fill.FillText;
import java.time.Duration;
import java.util.List;

/**
 * What a fill did.
 *
 * @param seed the seed
 * @param dryRun whether everything was undone at the end
 * @param tables the tables that were filled, in the order of loading
 * @param leftOut tables without rows or with fewer than asked for, and those that no fill touches, by name
 * @param notes what the user should know, each a sentence
 * @param took from the first look at the database to the commit
 */
public record FillSummary(
        long seed, boolean dryRun, List<Filled> tables, List<LeftOut> leftOut, List<String> notes, Duration took) {

    /**
     * A table that was filled.
     *
     * @param table {@code schema.name}
     * @param asked the rows asked for
     * @param written the rows that are in it now and were not before, counted by the database
     * @param byTriggers how many of them triggers have added
     * @param how in which way they were sent: {@code copy}; {@code together}, by one statement with the other tables of a
     *     circle; {@code insert}, row by row; {@code triggers}, where triggers of other tables have made them all
     */
    public record Filled(String table, long asked, long written, long byTriggers, String how) {}

    /**
     * A table that gets no rows, or fewer than asked for.
     *
     * @param table {@code schema.name}
     * @param asked the rows asked for; 0 for a table that was not selected
     * @param reason why, for a person to check
     * @param failed whether rows are missing that could be asked for; false for tables that were not selected and those
     *     that hold as many rows as their keys have room for
     */
    public record LeftOut(String table, long asked, String reason, boolean failed) {}

    /** {@return the number of rows that were written} */
    public long written() {
        return tables.stream().mapToLong(Filled::written).sum();
    }

    /** {@return the tables that could not be filled, or not with all rows asked for} */
    public List<LeftOut> failed() {
        return leftOut.stream().filter(LeftOut::failed).toList();
    }

    /** {@return 0, or {@value SeedException#LEFT_OUT} if tables could not be filled} */
    public int exitCode() {
        return failed().isEmpty() ? 0 : SeedException.LEFT_OUT;
    }

    /** {@return the summary for a person: tables, what was left out and why, the total} */
    public String text() {
        return FillText.of(this);
    }

    /** {@return the summary as one JSON object on one line; fields are only ever added} */
    public String json() {
        return FillText.json(this);
    }
}
