package dev.seedplan.runtime.internal.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to take a run back.
 *
 * @param tables only these, as the user names them; empty for all
 * @param cascade whether to delete also changed rows, and rows of others that refer to ours
 * @param dryRun whether only to look
 * @param audit a file that is to list the deleted rows; null for none
 * @param lockTimeout how long to wait for a seeder at work
 */
public record RollbackOptions(
        Set<String> tables,
        boolean cascade,
        boolean dryRun,
        @Nullable Path audit,
        Duration lockTimeout) {

    /** Keeps the tables as they are now. */
    public RollbackOptions {
        tables = Set.copyOf(tables);
    }
}
