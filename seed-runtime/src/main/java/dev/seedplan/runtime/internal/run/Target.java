package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.connect.ConnectionError;
import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What must hold of a database before a row is written. */
final class Target {

    private static final int OLDEST = 12;

    private final Connection connection;

    Target(Connection connection) {
        this.connection = connection;
    }

    /** Refuses servers that are too old or read-only. */
    void prepare() throws SQLException {
        checkVersion(
                connection.getMetaData().getDatabaseMajorVersion(),
                connection.getMetaData().getDatabaseProductVersion());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show transaction_read_only")) {
            if (row.next() && row.getString(1).equals("on")) {
                throw ServerErrors.of(ConnectionError.READ_ONLY, "transactions on this database are read-only", null);
            }
        }
    }

    private static String quoted(Layout layout, List<String> tables) {
        return layout.tables().stream()
                .filter(table -> tables.contains(table.table().id()))
                .map(table -> Sql.quote(table.table()))
                .collect(Collectors.joining(", "));
    }

    static void checkVersion(int major, String version) {
        if (major < OLDEST) {
            throw ServerErrors.of(ConnectionError.TOO_OLD, "the server is PostgreSQL " + version, null);
        }
    }

    /**
     * Refuses tables that we may not insert into, or whose row security forbids COPY; all at once.
     *
     * @param rowsAllowed whether they may hold rows, because ours can be told from others
     */
    void checkFillable(Layout layout, boolean rowsAllowed) throws SQLException {
        List<String> forbidden = new ArrayList<>();
        List<String> secured = new ArrayList<>();
        List<String> filled = new ArrayList<>();
        List<TableLayout> tables =
                layout.tables().stream().filter(t -> t.size() > 0).toList();
        List<TableLayout> open = new ArrayList<>();
        // One question for all tables: a thousand small ones are mostly answers waited for.
        try (PreparedStatement query = connection.prepareStatement("""
                select has_table_privilege(name, 'INSERT') and has_table_privilege(name, 'SELECT'), row_security_active(name)
                from unnest(?::text[]) with ordinality as names (name, place) order by place""")) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            tables.stream().map(t -> Sql.quote(t.table())).toArray()));
            try (ResultSet row = query.executeQuery()) {
                for (TableLayout table : tables) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        forbidden.add(table.table().id());
                    } else if (row.getBoolean(2)) {
                        secured.add(table.table().id());
                    } else {
                        open.add(table);
                    }
                }
            }
        }
        if (!rowsAllowed && !open.isEmpty()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(open.stream()
                            .map(t -> "exists (select 1 from " + Sql.quote(t.table()) + ")")
                            .collect(Collectors.joining(", ", "select array[", "]")))) {
                row.next();
                Boolean[] exist = (Boolean[]) row.getArray(1).getArray();
                for (int i = 0; i < exist.length; i++) {
                    if (exist[i]) {
                        filled.add(open.get(i).table().id());
                    }
                }
            }
        }
        if (!forbidden.isEmpty()) {
            throw ServerErrors.of(
                    ConnectionError.NO_PRIVILEGE,
                    "role " + connection.getMetaData().getUserName() + " has no INSERT and SELECT privilege on "
                            + String.join(", ", forbidden),
                    null);
        }
        if (!secured.isEmpty()) {
            throw RunError.ROW_SECURITY.because(
                    "row level security is on for this role in " + String.join(", ", secured));
        }
        if (!filled.isEmpty()) {
            throw RunError.NOT_EMPTY.because((filled.size() == 1 ? "table " : "tables ")
                    + String.join(", ", filled)
                    + (filled.size() == 1 ? " holds rows" : " hold rows") + " (to empty "
                    + (filled.size() == 1 ? "it" : "them") + ": TRUNCATE " + quoted(layout, filled)
                    + " RESTART IDENTITY, with CASCADE where tables beside the plan refer to "
                    + (filled.size() == 1 ? "it" : "them") + ")");
        }
    }
}
