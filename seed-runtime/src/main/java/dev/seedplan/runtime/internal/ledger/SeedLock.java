package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.LockHolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Lets one seeder at a time work on a database.
 *
 * <p>An exclusive advisory lock of a connection of its own says that there is one; every loading connection holds a second
 * one, shared, for which a new seeder waits: the rows of one that was killed may still be on their way. Both belong to
 * connections, so that they go whatever way the process ends.
 */
public final class SeedLock implements AutoCloseable {

    /** How long to wait at least for the loading connections of a seeder that is gone: the server notices soon. */
    private static final Duration AFTERMATH = Duration.ofSeconds(10);

    private static final int LONGEST_NAME = 63;

    /** Gives connections to the database. */
    public interface Connector {

        /** {@return a new connection} */
        Connection connect() throws SQLException;
    }

    private final Connection own;
    private final Connection loading;
    private final String formerName;
    private final long pid;

    private SeedLock(Connection own, Connection loading, String formerName, long pid) {
        this.own = own;
        this.loading = loading;
        this.formerName = formerName;
        this.pid = pid;
    }

    /**
     * Takes the lock.
     *
     * @param connector gives the connection that holds it
     * @param loading the connection that will write, in a transaction that may be used
     * @param timeout how long to wait for another seeder; zero for not at all
     * @param plan what is going to be written, for those who have to wait
     * @throws dev.seedplan.runtime.SeedException if somebody else has it, or the connections share one of the server
     */
    public static SeedLock take(Connector connector, Connection loading, Duration timeout, String plan)
            throws SQLException {
        Connection own = connector.connect();
        try {
            own.setAutoCommit(true);
            long pid = backend(own);
            checkPooler(own, pid, loading);
            String formerName = text(own, "show application_name");
            // Nothing may end a connection that does nothing but hold a lock.
            run(own, "set statement_timeout = 0");
            run(
                    own,
                    "select set_config(name, '0', false) from pg_catalog.pg_settings where name = 'idle_session_timeout'");
            acquire(own, LockKeys.SEEDER, timeout);
            SeedLock lock = new SeedLock(own, loading, formerName, pid);
            rename(own, name(plan));
            try {
                acquire(own, LockKeys.LOADING, timeout.compareTo(AFTERMATH) < 0 ? AFTERMATH : timeout);
                run(own, "select pg_advisory_unlock(" + LockKeys.LOADING + ")");
                run(loading, "select pg_advisory_lock_shared(" + LockKeys.LOADING + ")");
                loading.commit();
                return lock;
            } catch (SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (SQLException | RuntimeException e) {
            own.close();
            throw e;
        }
    }

    /** Since when, who, where, what: the name of a connection is what every role may see of it. */
    private static String name(String plan) {
        String name = "seedplan " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + Origin.here() + " "
                + plan.substring(plan.lastIndexOf('.') + 1);
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static void rename(Connection connection, String name) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('application_name', ?, false)")) {
            set.setString(1, name);
            set.execute();
        }
    }

    private static void acquire(Connection own, long key, Duration timeout) throws SQLException {
        if (text(own, "select pg_try_advisory_lock(" + key + ")").equals("t")) {
            return;
        }
        if (!timeout.isZero()) {
            run(own, "set lock_timeout = " + Math.max(1, timeout.toMillis()));
            try {
                run(own, "select pg_advisory_lock(" + key + ")");
                run(own, "set lock_timeout = 0");
                return;
            } catch (SQLException e) {
                if (!"55P03".equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
        List<LockHolder> holders = LockKeys.holders(own);
        throw LedgerError.LOCKED.because(
                holders.isEmpty()
                        ? "another seeder held the lock a moment ago"
                        : "the lock is held by "
                                + holders.stream().map(LockHolder::text).collect(Collectors.joining("; and by ")));
    }

    /**
     * A pooler that gives each transaction a connection shows by a key of its own for cancelling, and by both of our
     * connections being one, or one being two.
     */
    private static void checkPooler(Connection own, long pid, Connection loading) throws SQLException {
        boolean pooled = own.isWrapperFor(PGConnection.class)
                && own.unwrap(PGConnection.class).getBackendPID() != (int) pid;
        long other = backend(loading);
        if (other == pid || (pooled && backend(own) != pid)) {
            throw LedgerError.POOLED.because(
                    "two connections to the database are one of the server: a lock would hold for nobody and everybody");
        }
    }

    private static long backend(Connection connection) throws SQLException {
        return Long.parseLong(text(connection, "select pg_backend_pid()"));
    }

    /**
     * Makes sure that the lock is still held, right before a commit.
     *
     * @throws dev.seedplan.runtime.SeedException if it is not: somebody else may be at work
     */
    public void check() throws SQLException {
        check(loading);
    }

    /** Makes sure of it over another loading connection. */
    public void check(Connection connection) throws SQLException {
        if (!text(connection, LockKeys.isHeldBy(pid)).equals("t")) {
            throw LedgerError.LOCK_LOST.because("the connection that holds the lock has ended");
        }
    }

    /** Lets another connection load as well; it is to {@linkplain #leave leave} before it is handed on. */
    public void join(Connection connection) throws SQLException {
        run(connection, "select pg_advisory_lock_shared(" + LockKeys.LOADING + ")");
        connection.commit();
    }

    /** Ends what {@link #join} began; what is open in the connection is undone. */
    public static void leave(Connection connection) {
        quietly(() -> {
            connection.rollback();
            run(connection, "select pg_advisory_unlock_all()");
            connection.commit();
        });
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            @Nullable String text = row.getString(1);
            return text == null ? "" : text;
        }
    }

    /** Gives the lock back; what is open in the loading connection is undone. */
    @Override
    public void close() {
        // A pool may hand the connections on, so they have to be as they were.
        quietly(() -> {
            loading.rollback();
            run(loading, "select pg_advisory_unlock_all()");
            loading.commit();
        });
        quietly(() -> {
            run(own, "select pg_advisory_unlock_all()");
            rename(own, formerName);
            run(own, "reset statement_timeout");
            run(own, "reset lock_timeout");
        });
        quietly(own::close);
    }

    private interface Action {

        void run() throws SQLException;
    }

    private static void quietly(Action action) {
        try {
            action.run();
        } catch (SQLException e) {
            // The connection is gone, and the lock with it.
        }
    }
}
