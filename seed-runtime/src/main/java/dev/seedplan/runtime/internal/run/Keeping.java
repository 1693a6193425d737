package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import java.time.Duration;

/**
 * How a run keeps to what earlier runs wrote, and others from it.
 *
 * @param ledger whether what it writes is recorded; without, it refuses tables that hold rows
 * @param schema the ledger's schema
 * @param onChange what to do where an earlier run of the plan was another
 * @param atomic whether all is written in one transaction
 * @param commitEvery without {@code atomic}, after how many rows to commit; 0 for after each step
 * @param lockTimeout how long to wait for another seeder; zero for not at all
 */
public record Keeping(
        boolean ledger, String schema, OnChange onChange, boolean atomic, long commitEvery, Duration lockTimeout) {

    /** The usual: one recorded transaction, nothing written on a change, no waiting. */
    public static final Keeping USUAL =
            new Keeping(true, LedgerSchema.DEFAULT_NAME, OnChange.REFUSE, true, 0, Duration.ZERO);

    /** {@return the same with another choice where the plan has changed} */
    Keeping onChange(OnChange other) {
        return new Keeping(ledger, schema, other, atomic, commitEvery, lockTimeout);
    }
}
