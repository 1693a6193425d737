package dev.seedplan.runtime.internal.run;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** As many connections as a run may use, opened when they are needed; only a run over several has one. */
final class ConnectionPool implements AutoCloseable {

    private final HikariDataSource pool;

    /**
     * Opens the first.
     *
     * @throws SQLException if that fails
     */
    ConnectionPool(Execution.Connector connector, int most) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new Source(connector));
        config.setPoolName("seedplan");
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        config.setAutoCommit(false);
        // A connection that loads must not be replaced because of its age.
        config.setMaxLifetime(0);
        try {
            pool = new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e);
        }
    }

    Connection connect() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** What the pool takes its connections from. */
    private static final class Source implements DataSource {

        private final Execution.Connector connector;

        Source(Execution.Connector connector) {
            this.connector = connector;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connector.connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException("the run has its own");
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {
            // nothing is logged
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // the connector's own
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException("nothing is logged");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
