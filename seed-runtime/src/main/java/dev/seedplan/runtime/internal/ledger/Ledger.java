package dev.seedplan.runtime.internal.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Records what a run writes; one that is off records nothing and knows nothing.
 *
 * <p>A run first asks for the {@link #runs} recorded under its name and decides with {@link Decision} what is to be done. A
 * new one is {@linkplain #plan planned}, with its blocks of keys, in a transaction of its own; then each part of its rows
 * is {@linkplain #written recorded} in the transaction that writes it, and the {@linkplain #done end} in the last.
 */
public interface Ledger {

    /** {@return the same ledger over another connection, which writes rows of the same run} */
    Ledger over(Connection other);

    /** {@return whether it records anything} */
    boolean records();

    /**
     * {@return the runs of that name whose rows are still ours: neither taken back nor given up, oldest first}
     *
     * @param name a plan's class name, or what stands for it
     */
    List<RecordedRun> runs(String name) throws SQLException;

    /**
     * Records a run that is about to write, and commits.
     *
     * @param blocks the keys it has taken from sequences; the next run takes them over if this one does not end
     * @return the run's number; 0 where nothing is recorded
     */
    long plan(NewRun run, List<KeyBlock> blocks) throws SQLException;

    /**
     * Records rows, in the transaction that wrote them.
     *
     * @return the same with the id of that transaction
     */
    WrittenStep written(long run, WrittenStep step) throws SQLException;

    /** Records that a run has written all it meant to, in the transaction of its last rows. */
    void done(long run) throws SQLException;

    /** Records that an unfinished run that wrote no rows will never be gone on with, in the open transaction. */
    void giveUp(long run) throws SQLException;

    /**
     * Takes back all rows of a run, in the open transaction.
     *
     * @throws dev.seedplan.runtime.SeedException if some have to stay; the transaction is to be undone then
     */
    void takeBack(RecordedRun run) throws SQLException;

    /** {@return a ledger that is off} */
    static Ledger off() {
        return NoLedger.INSTANCE;
    }
}
