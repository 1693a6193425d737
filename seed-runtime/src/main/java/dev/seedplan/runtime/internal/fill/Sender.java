package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.types.ValueText;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends rows to the server in the text form of COPY, which every type has. All that is sent stands in the caller's
 * transaction.
 */
final class Sender {

    private static final int BLOCK = 64 * 1024;
    private static final int PROGRESS_ROWS = 4_096;

    private final Connection connection;

    Sender(Connection connection) {
        this.connection = connection;
    }

    /** {@return the number of rows the server took} */
    long copy(Rows rows, LongConsumer progress) throws SQLException {
        return copy(rows, rows.table().sql(), progress);
    }

    private long copy(Rows rows, String target, LongConsumer progress) throws SQLException {
        if (rows.sent().length == 0) {
            return insertDefaults(rows, target);
        }
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + target + " (" + columns(rows) + ") FROM STDIN");
        try {
            StringBuilder block = new StringBuilder();
            for (long i = 0; i < rows.size(); i++) {
                line(rows, rows.row(i), block);
                if (block.length() >= BLOCK) {
                    flush(copy, block);
                }
                if ((i + 1) % PROGRESS_ROWS == 0) {
                    progress.accept(i + 1);
                }
            }
            flush(copy, block);
            long taken = copy.endCopy();
            progress.accept(rows.size());
            return taken;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private long insertDefaults(Rows rows, String target) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long taken = 0;
            for (long i = 0; i < rows.size(); i++) {
                taken += statement.executeUpdate("INSERT INTO " + target + " DEFAULT VALUES");
            }
            return taken;
        }
    }

    private static void line(Rows rows, @Nullable Object[] row, StringBuilder out) {
        String separator = "";
        for (int column : rows.sent()) {
            out.append(separator);
            separator = "\t";
            Object value = row[column];
            if (value == null) {
                out.append("\\N");
            } else {
                out.append(ValueText.copy(rows.table().column(column).type(), value));
            }
        }
        out.append('\n');
    }

    private static void flush(CopyIn copy, StringBuilder block) throws SQLException {
        byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        block.setLength(0);
    }

    private static String columns(Rows rows) {
        StringJoiner columns = new StringJoiner(", ");
        for (int column : rows.sent()) {
            columns.add(Sql.quote(rows.table().column(column).name()));
        }
        return columns.toString();
    }

    /**
     * Inserts into several tables by one statement, so that foreign keys among them are checked when all rows are there:
     * PostgreSQL checks at the end of the statement.
     *
     * @return the number of rows that each table took
     */
    List<Long> together(List<? extends Rows> all, LongConsumer progress) throws SQLException {
        List<Long> taken = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            StringJoiner parts = new StringJoiner(", ", "WITH ", "");
            StringJoiner counts = new StringJoiner(", ");
            long sent = 0;
            for (int i = 0; i < all.size(); i++) {
                Rows rows = all.get(i);
                String stage = "pg_temp.seedplan_stage_" + i;
                statement.execute("DROP TABLE IF EXISTS " + stage);
                statement.execute("CREATE TEMPORARY TABLE seedplan_stage_" + i + " AS SELECT " + columns(rows)
                        + " FROM " + rows.table().sql() + " WITH NO DATA");
                long before = sent;
                sent += copy(rows, stage, made -> progress.accept(before + made));
                parts.add("t" + i + " AS (INSERT INTO " + rows.table().sql() + " (" + columns(rows)
                        + ") OVERRIDING SYSTEM VALUE SELECT " + columns(rows) + " FROM " + stage + " RETURNING 1)");
                counts.add("(SELECT count(*) FROM t" + i + ")");
            }
            try (var row = statement.executeQuery(parts + " SELECT " + counts)) {
                row.next();
                for (int i = 1; i <= all.size(); i++) {
                    taken.add(row.getLong(i));
                }
            }
            for (int i = 0; i < all.size(); i++) {
                statement.execute("DROP TABLE pg_temp.seedplan_stage_" + i);
            }
        }
        return taken;
    }

    /** Gives the values of single rows, and hears what became of them. */
    interface Verdict {

        /** {@return the values to try first; null to leave the row out} */
        @Nullable
        Object @Nullable [] first(long number);

        /** {@return other values for a row that was refused; null to give it up} */
        @Nullable
        Object @Nullable [] refused(long number, SQLException reason) throws SQLException;
    }

    /**
     * Inserts row by row, each in a savepoint of its own.
     *
     * @return the numbers of the rows that were taken
     */
    List<Long> one(Rows rows, Verdict verdict) throws SQLException {
        List<Long> taken = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (long i = 0; i < rows.size(); i++) {
                @Nullable Object @Nullable [] row = verdict.first(i);
                while (row != null) {
                    try {
                        if (insert(statement, insert(rows, row)) > 0) {
                            taken.add(i);
                        }
                        row = null;
                    } catch (SQLException e) {
                        statement.execute("ROLLBACK TO SAVEPOINT seedplan_row");
                        row = verdict.refused(i, e);
                    }
                }
            }
        }
        return taken;
    }

    /** In one round trip; {@return the number of rows that the server took} */
    private static int insert(Statement statement, String insert) throws SQLException {
        statement.execute("SAVEPOINT seedplan_row; " + insert + "; RELEASE SAVEPOINT seedplan_row");
        int count = 0;
        do {
            count = Math.max(count, statement.getUpdateCount());
        } while (statement.getMoreResults() || statement.getUpdateCount() >= 0);
        return count;
    }

    private static String insert(Rows rows, @Nullable Object[] row) {
        if (rows.sent().length == 0) {
            return "INSERT INTO " + rows.table().sql() + " DEFAULT VALUES";
        }
        StringJoiner values = new StringJoiner(", ");
        for (int column : rows.sent()) {
            Object value = row[column];
            values.add(
                    value == null
                            ? "NULL"
                            : ValueText.literal(rows.table().column(column).type(), value));
        }
        return "INSERT INTO " + rows.table().sql() + " (" + columns(rows) + ") OVERRIDING SYSTEM VALUE VALUES ("
                + values + ")";
    }
}
