package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.internal.database.KeyRange;
import dev.seedplan.schema.QName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads runs out of the ledger's tables. */
final class RunReader {

    private final Connection connection;
    private final LedgerSchema schema;

    RunReader(Connection connection, LedgerSchema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** {@return the runs of a name that have rows, or may get some, oldest first} */
    List<RecordedRun> live(String name) throws SQLException {
        return read("where name = ? and state in ('planned', 'done', 'rolling back')", name);
    }

    /** {@return all runs, oldest first} */
    List<RecordedRun> all() throws SQLException {
        return read("where true", null);
    }

    private List<RecordedRun> read(String condition, @Nullable String name) throws SQLException {
        List<RecordedRun> runs = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select id, name, version, contract, seed, size, atomic,"
                        + " state, planned_at, who || ' from ' || origin from " + schema.table("run") + " " + condition
                        + " order by id")) {
            if (name != null) {
                query.setString(1, name);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    runs.add(new RecordedRun(
                            id,
                            new NewRun(
                                    row.getString(2),
                                    row.getString(3),
                                    RunContract.parse(row.getString(4)),
                                    row.getLong(5),
                                    row.getString(6),
                                    row.getBoolean(7)),
                            RecordedRun.State.valueOf(
                                    row.getString(8).replace(' ', '_').toUpperCase(Locale.ROOT)),
                            row.getTimestamp(9).toInstant(),
                            row.getString(10),
                            blocks(id),
                            steps(id),
                            isRestored(id)));
                }
            }
        }
        return runs;
    }

    private List<KeyBlock> blocks(long run) throws SQLException {
        List<KeyBlock> blocks = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select schema_name, table_name, column_name, firsts, counts, increment from " + schema.table("block")
                        + " where run = ? order by 1, 2, 3")) {
            query.setLong(1, run);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    blocks.add(new KeyBlock(
                            new QName(row.getString(1), row.getString(2)), row.getString(3), ranges(row, 4)));
                }
            }
        }
        return blocks;
    }

    private List<WrittenStep> steps(long run) throws SQLException {
        List<WrittenStep> steps = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select step, schema_name, table_name, first_row, row_count,"
                        + " key_column, firsts, counts, increment, xids, row_hash from " + schema.table("step")
                        + " where run = ? order by number")) {
            query.setLong(1, run);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    steps.add(new WrittenStep(
                            row.getString(1),
                            new QName(row.getString(2), row.getString(3)),
                            row.getLong(4),
                            row.getLong(5),
                            row.getString(6),
                            ranges(row, 7),
                            List.of((Long[]) row.getArray(10).getArray()),
                            row.getLong(11)));
                }
            }
        }
        return steps;
    }

    /** A row of the ledger has the xmin it says it has, unless it was written by whatever restored the dump. */
    private boolean isRestored(long run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select exists (select 1 from "
                + schema.table("step") + " where run = ? and xmin::text::bigint <> xids[array_upper(xids, 1)])")) {
            query.setLong(1, run);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static List<KeyRange> ranges(ResultSet row, int first) throws SQLException {
        Long[] firsts = (Long[]) row.getArray(first).getArray();
        Long[] counts = (Long[]) row.getArray(first + 1).getArray();
        long increment = row.getLong(first + 2);
        List<KeyRange> ranges = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            ranges.add(new KeyRange(firsts[i], counts[i], increment));
        }
        return ranges;
    }
}
