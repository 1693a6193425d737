package dev.seedplan.runtime;

import java.time.Duration;
import java.util.List;

/**
 * What a run did.
 *
 * @param plan the plan's class name
 * @param seed the seed it ran with
 * @param dryRun whether nothing was written
 * @param tables the tables it filled, in the order of loading
 * @param leftOut rows and tables that were left out; empty unless the run was told to go on without them
 * @param distributed how content was distributed over parents, in the order of loading
 * @param pools what became of the pools of content, by name
 * @param notes what the user should know, each a sentence
 * @param took from the first look at the database to the commit
 */
public record Summary(
        String plan,
        long seed,
        boolean dryRun,
        List<TableSummary> tables,
        List<LeftOut> leftOut,
        List<Distributed> distributed,
        List<PoolHealth> pools,
        List<String> notes,
        Duration took) {

    /**
     * Rows that were left out.
     *
     * @param table {@code schema.name}
     * @param rows how many
     * @param reason why, for a person
     */
    public record LeftOut(String table, long rows, String reason) {}

    /**
     * One table.
     *
     * @param table {@code schema.name}
     * @param asked the number of rows the run has to write
     * @param written the number of rows of this run that the table holds afterwards, counted by the database; 0 in a dry run
     * @param callsPerRow row-method calls for each row, 1 where no parent is computed
     */
    public record TableSummary(String table, long asked, long written, double callsPerRow) {}

    /** {@return 0, or {@value SeedException#LEFT_OUT} if rows were left out} */
    public int exitCode() {
        return leftOut.isEmpty() ? 0 : SeedException.LEFT_OUT;
    }

    /** {@return the number of rows of all tables} */
    public long written() {
        return tables.stream().mapToLong(TableSummary::written).sum();
    }
}
