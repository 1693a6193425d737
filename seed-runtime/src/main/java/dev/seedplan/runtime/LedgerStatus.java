package dev.seedplan.runtime;

import java.util.List;

/**
 * What a database's ledger says.
 *
 * @param exists whether there is one
 * @param runs the runs, oldest first
 * @param holders seeders at work, the one that holds the lock first
 */
public record LedgerStatus(boolean exists, List<RunStatus> runs, List<LockHolder> holders) {

    /** Keeps the lists as they are now. */
    public LedgerStatus {
        runs = List.copyOf(runs);
        holders = List.copyOf(holders);
    }
}
