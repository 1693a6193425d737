package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.ledger.SeedLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The connections of a run and its lock, which every commit asks after. */
final class RunLines implements ParallelLoad.Lines {

    private final @Nullable SeedLock lock;
    private final @Nullable ConnectionPool pool;
    private final AtomicInteger commits;

    /** Counts the commits. */
    RunLines(@Nullable SeedLock lock, @Nullable ConnectionPool pool, AtomicInteger commits) {
        this.lock = lock;
        this.pool = pool;
        this.commits = commits;
    }

    @Override
    public Connection enlist() throws SQLException {
        if (pool == null || lock == null) {
            throw new IllegalStateException("a run over one connection");
        }
        Connection connection = pool.connect();
        lock.join(connection);
        return connection;
    }

    @Override
    public void dismiss(Connection connection) {
        SeedLock.leave(connection);
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone.
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        if (lock != null) {
            lock.check(connection);
        }
        try {
            connection.commit();
            commits.incrementAndGet();
        } catch (SQLException e) {
            throw Execution.commitFailed(e);
        }
    }
}
