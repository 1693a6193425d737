package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.rules.FillColumn;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.ValueText;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Reads the rows that foreign keys may point at. */
final class Stored {

    private final Connection connection;
    private final Snapshot snapshot;

    Stored(Connection connection, Snapshot snapshot) {
        this.connection = connection;
        this.snapshot = snapshot;
    }

    /** {@return a table's rows, these columns only, in the order of its primary key; none if the role may not read them} */
    StoredRows rows(QName name, Set<String> columns) throws SQLException {
        Table table = snapshot.table(name).orElse(null);
        if (table == null || columns.isEmpty() || !readable(name)) {
            return StoredRows.NONE;
        }
        StringJoiner list = new StringJoiner(", ");
        Map<String, Integer> places = new HashMap<>();
        List<SqlType> types = new ArrayList<>();
        for (String column : columns) {
            Column described = table.column(column).orElseThrow();
            places.put(column, types.size());
            types.add(SqlType.of(described.type(), snapshot));
            list.add(Sql.quote(column) + "::text");
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet result = statement.executeQuery("select " + list + " from " + FillTable.from(table)
                    + order(table, columns) + " limit " + StoredRows.MOST)) {
                while (result.next()) {
                    @Nullable Object[] row = new @Nullable Object[types.size()];
                    for (int c = 0; c < row.length; c++) {
                        String text = result.getString(c + 1);
                        row[c] = text == null ? null : read(types.get(c), text);
                    }
                    rows.add(row);
                }
            }
        }
        return new StoredRows(places, rows);
    }

    /** A value that no Java class holds, such as a numeric NaN, goes back as the text it came as. */
    private static Object read(SqlType type, String text) {
        try {
            return ValueText.read(type, text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String order(Table table, Set<String> columns) {
        StringJoiner keys = new StringJoiner(", ", " order by ", "");
        List<String> by = table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.copyOf(columns));
        by.forEach(column -> keys.add(Sql.quote(column)));
        return keys.toString();
    }

    private boolean readable(QName name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select has_schema_privilege("
                        + ValueText.quote(name.schema()) + ", 'USAGE') and has_table_privilege("
                        + ValueText.quote(FillColumn.quoted(name)) + ", 'SELECT')")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
