package dev.seedplan.cli;

import dev.seedplan.runtime.introspect.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Applies migrations to a scratch database. Each file goes to the server as one query of several statements, and so is
 * one transaction, unless it says otherwise itself or holds statements that must stand outside of one.
 */
final class MigrationRun {

    /** "cannot run inside a transaction block", and an enum's new label used in the transaction that added it. */
    private static final Set<String> NOT_IN_TRANSACTION = Set.of("25001", "55P04");

    private final Connection connection;

    private MigrationRun(Connection connection) {
        this.connection = connection;
    }

    /**
     * Applies migrations in the order given.
     *
     * @param connection in autocommit and the driver's simple query mode, in which the server itself parts the statements
     * @throws CliException naming file and line where one is refused
     */
    static void apply(List<Migration> migrations, Connection connection) {
        MigrationRun run = new MigrationRun(connection);
        migrations.forEach(run::apply);
    }

    private void apply(Migration migration) {
        try {
            execute(migration.sql());
        } catch (SQLException refused) {
            if (NOT_IN_TRANSACTION.contains(String.valueOf(refused.getSQLState()))) {
                applyOneByOne(migration);
            } else {
                throw failure(migration, lineOf(migration, refused), refused);
            }
        }
    }

    private void applyOneByOne(Migration migration) {
        for (SqlScript.Statement statement : SqlScript.split(migration.sql())) {
            try {
                execute(statement.text());
            } catch (SQLException e) {
                throw failure(migration, migration.lineOfOffset(statement.start()), e);
            }
        }
    }

    /** {@return the line of the failing statement; null where the server does not say and it does not fail alone} */
    private @Nullable Integer lineOf(Migration migration, SQLException refused) {
        int position = position(refused);
        if (position > 0) {
            return migration.lineOfPosition(position);
        }
        // The server names a place for what it cannot parse, not for what it cannot do: try again, one by one.
        try {
            connection.setAutoCommit(false);
            for (SqlScript.Statement statement : SqlScript.split(migration.sql())) {
                try {
                    execute(statement.text());
                } catch (SQLException again) {
                    boolean same = Objects.equals(again.getSQLState(), refused.getSQLState());
                    return same ? migration.lineOfOffset(statement.start()) : null;
                }
            }
        } catch (SQLException e) {
            refused.addSuppressed(e);
        } finally {
            leaveTransaction(refused);
        }
        return null;
    }

    private void leaveTransaction(SQLException refused) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            refused.addSuppressed(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static int position(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        return message == null ? 0 : message.getPosition();
    }

    private static CliException failure(Migration migration, @Nullable Integer line, SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        String reason = String.valueOf(server == null ? e.getMessage() : server.getMessage());
        String detail = server == null || server.getDetail() == null ? "" : " (" + server.getDetail() + ")";
        String place = migration.name() + (line == null ? "" : ", line " + line);
        return new CliException(CliError.MIGRATION_FAILED, place + ": " + reason + detail, e);
    }
}
