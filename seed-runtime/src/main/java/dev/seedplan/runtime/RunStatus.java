package dev.seedplan.runtime;

import java.time.Instant;
import java.util.List;

/**
 * A run that a ledger records.
 *
 * @param id its number
 * @param plan the plan's class name, or what stands for it
 * @param state {@code planned}, {@code done}, {@code rolled back} or {@code given up}
 * @param planned when it began, by the database's clock
 * @param who the role, and from where
 * @param seed its seed
 * @param size numbers that were asked for instead of the plan's; empty for none
 * @param tables the tables it wrote into, in its order; none for a run whose rows are no longer ours
 * @param next what a run of the same plan would do now
 */
public record RunStatus(
        long id,
        String plan,
        String state,
        Instant planned,
        String who,
        long seed,
        String size,
        List<TableStatus> tables,
        String next) {

    /** Keeps the tables as they are now. */
    public RunStatus {
        tables = List.copyOf(tables);
    }

    /**
     * What has become of the rows of a table.
     *
     * @param table {@code schema.name}
     * @param written how many the run wrote
     * @param there how many are there as it wrote them
     * @param changed how many somebody has changed; -1 where these cannot be told from deleted ones
     * @param gone how many are missing
     */
    public record TableStatus(String table, long written, long there, long changed, long gone) {}
}
