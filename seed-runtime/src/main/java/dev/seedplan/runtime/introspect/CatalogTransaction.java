package dev.seedplan.runtime.introspect;

import dev.seedplan.runtime.connect.ConnectionError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One view of the catalogs under fixed settings; closing it leaves the connection as it was, whether or not a
 * transaction was open.
 */
final class CatalogTransaction implements AutoCloseable {

    /** Everything that changes how the server prints an expression or a name. */
    private static final String SETTINGS = """
            SET LOCAL search_path = '';
            SET LOCAL quote_all_identifiers = off;
            SET LOCAL standard_conforming_strings = on;
            SET LOCAL DateStyle = 'ISO, YMD';
            SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL TimeZone = 'UTC';
            SET LOCAL extra_float_digits = 1;
            SET LOCAL bytea_output = 'hex';
            SET LOCAL lc_monetary = 'C';
            SET LOCAL statement_timeout = 0;
            """;

    private final Connection connection;
    private final @Nullable Savepoint savepoint;
    private final Catalog catalog;

    private CatalogTransaction(Connection connection, @Nullable Savepoint savepoint, Catalog catalog) {
        this.connection = connection;
        this.savepoint = savepoint;
        this.catalog = catalog;
    }

    static CatalogTransaction begin(Connection connection) throws SQLException {
        int version = Catalog.versionNumber(connection);
        if (version < Catalog.OLDEST) {
            throw new IntrospectionException(
                    ConnectionError.TOO_OLD,
                    "the server is PostgreSQL " + connection.getMetaData().getDatabaseProductVersion());
        }
        Savepoint savepoint = null;
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
        } else {
            savepoint = connection.setSavepoint();
        }
        CatalogTransaction transaction =
                new CatalogTransaction(connection, savepoint, new Catalog(connection, version));
        try (Statement statement = connection.createStatement()) {
            if (savepoint == null) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            statement.execute(SETTINGS);
            return transaction;
        } catch (SQLException e) {
            transaction.close();
            throw e;
        }
    }

    Catalog catalog() {
        return catalog;
    }

    @Override
    public void close() throws SQLException {
        if (savepoint == null) {
            connection.rollback();
            connection.setAutoCommit(true);
        } else {
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
        }
    }
}
