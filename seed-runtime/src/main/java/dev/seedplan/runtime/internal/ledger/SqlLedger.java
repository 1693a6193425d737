package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.KeptRows;
import dev.seedplan.runtime.internal.database.KeyRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger in the target database, over the connection that writes the rows. */
public final class SqlLedger implements Ledger {

    private final Connection connection;
    private final LedgerSchema schema;

    private boolean made;

    private SqlLedger(Connection connection, LedgerSchema schema, boolean made) {
        this.made = made;
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * Opens it. Where the database has none it has no runs, and is made when the first is planned; an older one is migrated
     * and the transaction committed.
     */
    public static SqlLedger open(Connection connection, LedgerSchema schema) throws SQLException {
        SqlLedger ledger = toRead(connection, schema);
        if (ledger.made) {
            schema.prepare(connection);
        }
        return ledger;
    }

    /** Opens it without a change; where the database has none it has no runs. */
    public static SqlLedger toRead(Connection connection, LedgerSchema schema) throws SQLException {
        return new SqlLedger(connection, schema, schema.exists(connection));
    }

    @Override
    public Ledger over(Connection other) {
        return new SqlLedger(other, schema, made);
    }

    @Override
    public boolean records() {
        return true;
    }

    @Override
    public List<RecordedRun> runs(String name) throws SQLException {
        return made ? new RunReader(connection, schema).live(name) : List.of();
    }

    @Override
    public long plan(NewRun run, List<KeyBlock> blocks) throws SQLException {
        if (!made) {
            schema.prepare(connection);
            made = true;
        }
        long id;
        try (PreparedStatement insert = connection.prepareStatement("insert into " + schema.table("run")
                + " (name, version, contract, contract_hash, seed, size, atomic, state, origin)"
                + " values (?, ?, ?, ?, ?, ?, ?, 'planned', ?) returning id")) {
            insert.setString(1, run.name());
            insert.setString(2, run.version());
            insert.setString(3, run.contract().text());
            insert.setString(4, run.contract().hash());
            insert.setLong(5, run.seed());
            insert.setString(6, run.size());
            insert.setBoolean(7, run.atomic());
            insert.setString(8, Origin.here());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        for (KeyBlock block : blocks) {
            insert(id, block);
        }
        connection.commit();
        return id;
    }

    private void insert(long run, KeyBlock block) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + schema.table("block")
                        + " (run, schema_name, table_name, column_name, firsts, counts, increment) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, run);
            insert.setString(2, block.table().schema());
            insert.setString(3, block.table().name());
            insert.setString(4, block.column());
            setRanges(insert, 5, block.keys());
            insert.executeUpdate();
        }
    }

    private void setRanges(PreparedStatement insert, int first, List<KeyRange> keys) throws SQLException {
        insert.setArray(first, longs(keys.stream().map(KeyRange::first).toList()));
        insert.setArray(first + 1, longs(keys.stream().map(KeyRange::count).toList()));
        insert.setLong(first + 2, keys.isEmpty() ? 1 : keys.get(0).increment());
    }

    private java.sql.Array longs(List<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    @Override
    public WrittenStep written(long run, WrittenStep step) throws SQLException {
        // Several connections of a run number their steps one after the other.
        try (PreparedStatement hold = connection.prepareStatement(
                "select id from " + schema.table("run") + " where id = ? for no key update")) {
            hold.setLong(1, run);
            hold.execute();
        }
        // txid_current() has 64 bits; xmin shows the lower 32.
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + schema.table("step")
                        + " (run, number, step, schema_name, table_name, first_row, row_count, key_column, firsts, counts, increment,"
                        + " row_hash, xids) select ?, (select coalesce(max(number), 0) + 1 from " + schema.table("step")
                        + " where run = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as bigint[]) || (txid_current() % 4294967296) returning xids, number, xmin::text::bigint")) {
            insert.setLong(1, run);
            insert.setLong(2, run);
            insert.setString(3, step.step());
            insert.setString(4, step.table().schema());
            insert.setString(5, step.table().name());
            insert.setLong(6, step.first());
            insert.setLong(7, step.count());
            insert.setString(8, step.keyColumn());
            setRanges(insert, 9, step.keys());
            insert.setLong(12, step.hash());
            insert.setArray(13, longs(step.xids()));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                Long[] xids = (Long[]) row.getArray(1).getArray();
                long xmin = row.getLong(3);
                if (xids[xids.length - 1] != xmin) {
                    // A savepoint is a transaction of its own, and its rows show its id.
                    xids[xids.length - 1] = xmin;
                    correct(run, row.getInt(2), xids);
                }
                return new WrittenStep(
                        step.step(),
                        step.table(),
                        step.first(),
                        step.count(),
                        step.keyColumn(),
                        step.keys(),
                        List.of(xids),
                        step.hash());
            }
        }
    }

    private void correct(long run, int number, Long[] xids) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + schema.table("step") + " set xids = ? where run = ? and number = ?")) {
            update.setArray(1, longs(List.of(xids)));
            update.setLong(2, run);
            update.setInt(3, number);
            update.executeUpdate();
        }
    }

    @Override
    public void done(long run) throws SQLException {
        state(run, "done");
    }

    @Override
    public void giveUp(long run) throws SQLException {
        state(run, "given up");
    }

    @Override
    public void takeBack(RecordedRun run) throws SQLException {
        TakeBack back = new TakeBack(connection, run, Set.of(), false);
        back.prepare();
        if (!back.kept().isEmpty()) {
            throw LedgerError.CANNOT_REPLACE.because("of run " + run.id() + " "
                    + back.kept().stream().map(KeptRows::text).collect(Collectors.joining("; ")));
        }
        back.delete(Audit.NONE);
        state(run.id(), "rolled back");
    }

    void state(long run, String state) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + schema.table("run") + " set state = ?, ended_at = clock_timestamp() where id = ?")) {
            update.setString(1, state);
            update.setLong(2, run);
            update.executeUpdate();
        }
    }
}
