package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import dev.seedplan.runtime.internal.ledger.WaitingKeys;
import dev.seedplan.runtime.internal.load.CopyLoader;
import dev.seedplan.runtime.internal.load.Loader;
import dev.seedplan.runtime.internal.load.deferral.Deferral;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Loads tables over several connections, between two commits: in the first the foreign keys that wait are dropped and recorded,
 * in the second, the caller's, they are added again.
 */
final class ParallelLoad implements Jobs.Crew {

    private final Connection connection;
    private final Layout layout;
    private final RunOptions options;
    private final Bookkeeping books;
    private final Lines lines;
    private final Progress progress;
    private final Deferral keys;
    private final WaitingKeys waiting;
    private final Jobs jobs;

    /** The connections of a run. */
    interface Lines {

        /** {@return another connection that loads} */
        Connection enlist() throws SQLException;

        /** Takes such a connection back. */
        void dismiss(Connection connection);

        /** Commits if the lock is still the run's. */
        void commit(Connection connection) throws SQLException;
    }

    ParallelLoad(
            Connection connection,
            Layout layout,
            Work work,
            Bookkeeping books,
            RunOptions options,
            Lines lines,
            Progress progress,
            Deferral keys) {
        this.connection = connection;
        this.layout = layout;
        this.options = options;
        this.books = books;
        this.lines = lines;
        this.progress = progress;
        this.keys = keys;
        waiting = new WaitingKeys(connection, new LedgerSchema(options.keeping().schema()));
        jobs = new Jobs(layout, this, Unit.of(work.parts(), keys::waits));
    }

    /** Commits what the open transaction has dropped, and loads; what was dropped is still missing afterwards. */
    void run() throws SQLException {
        waiting.record(books.run(), keys.restoring());
        connection.commit();
        jobs.run();
    }

    /** {@return how often row methods were called, by table} */
    Map<TableLayout, Long> calls() {
        return jobs.calls();
    }

    /** Forgets what was dropped, in the transaction that has added it again. */
    void restored() throws SQLException {
        waiting.forget(books.run());
    }

    /**
     * After a failure: adds what was dropped again, for the rows that are committed.
     *
     * @return the failure, with what is missing still if a row breaks a key
     */
    <T extends Exception> T mend(T failure) {
        try {
            connection.rollback();
            waiting.restore();
            connection.commit();
        } catch (SQLException e) {
            failure.addSuppressed(RunError.UNRESTORED.because("they could not be added again: " + e.getMessage(), e));
        }
        return failure;
    }

    @Override
    public int size() {
        return options.load().jobs();
    }

    @Override
    public Connection enlist() throws SQLException {
        return lines.enlist();
    }

    @Override
    public void dismiss(Connection other) {
        lines.dismiss(other);
    }

    @Override
    public void write(Connection by, Unit unit, Part part, Worker worker, Jobs.Turn turn) throws SQLException {
        Load.begin(by);
        Deferral own = unit.isWholeTable() ? Waiting.beginTable(by, part.step().table(), options) : null;
        Loader loader = new CopyLoader(by, table -> own != null && own.freezes(table));
        Loader.Loaded loaded = Load.copy(loader, new KeptKeys(by, layout), part, worker, layout, this::at);
        if (own != null) {
            Waiting.restore(own, layout);
        }
        turn.await();
        books.written(by, part.step(), part.from(), part.to(), loaded.hash());
        lines.commit(by);
    }

    private void at(Progress.State state) {
        if (jobs.hasFailed()) {
            throw new Jobs.Abandoned();
        }
        synchronized (progress) {
            progress.at(state);
        }
    }

    /** {@return sentences for the user on what several connections mean} */
    static List<String> notes(int jobs) {
        return List.of("Loaded over " + jobs
                + " connections, each table committed on its own: a run that is stopped leaves rows"
                + " behind, and goes on when it is run again.");
    }

    /** {@return whether a failure left keys missing} */
    static boolean isUnrestored(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            for (Throwable suppressed : each.getSuppressed()) {
                if (suppressed instanceof SeedException e && e.code().equals(RunError.UNRESTORED.code())) {
                    return true;
                }
            }
        }
        return false;
    }
}
