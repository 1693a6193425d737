package dev.seedplan.runtime.internal.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that add again what a run has dropped for longer than a transaction: recorded in the transaction that
 * dropped it, forgotten in the one that added it again, so that whoever comes after a kill knows what is missing.
 */
public final class WaitingKeys {

    private final Connection connection;
    private final LedgerSchema schema;

    /** Works over a connection, in whatever transaction it has. */
    public WaitingKeys(Connection connection, LedgerSchema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** {@return what the user is told of keys that were added again} */
    public static String note(int keys) {
        return "Restored " + keys + (keys == 1 ? " foreign key" : " foreign keys")
                + ", dropped by a run over several connections that was stopped.";
    }

    /** Records what a run is about to drop. */
    public void record(long run, List<String> statements) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + schema.table("waiting") + " (run, number, statement) values (?, ?, ?)")) {
            for (int i = 0; i < statements.size(); i++) {
                insert.setLong(1, run);
                insert.setInt(2, i + 1);
                insert.setString(3, statements.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Forgets what a run has added again. */
    public void forget(long run) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + schema.table("waiting") + " where run = ?")) {
            delete.setLong(1, run);
            delete.executeUpdate();
        }
    }

    /** {@return whether something is missing that a run has dropped; its seeder may still be at work} */
    public boolean isAny() throws SQLException {
        return exists() && !statements().isEmpty();
    }

    /**
     * Adds again what is missing, in the open transaction; only with the lock held.
     *
     * @return how many foreign keys
     * @throws SQLException if rows break one
     */
    public int restore() throws SQLException {
        if (!exists()) {
            return 0;
        }
        int keys = 0;
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
                keys += sql.startsWith("ALTER TABLE") ? 1 : 0;
            }
            statement.execute("delete from " + schema.table("waiting"));
        }
        return keys;
    }

    private boolean exists() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, schema.table("waiting"));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private List<String> statements() throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(
                        "select statement from " + schema.table("waiting") + " order by run desc, number")) {
            while (row.next()) {
                statements.add(row.getString(1));
            }
        }
        return statements;
    }
}
