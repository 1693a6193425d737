package dev.seedplan.runtime.internal.report;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table.
 *
 * @param table {@code schema.name}
 * @param columns the columns' names
 * @param types their types
 * @param rows rows, each with the values as text, cut where they are long
 */
record TableSample(String table, List<String> columns, List<String> types, List<List<@Nullable String>> rows) {

    /** Enough for the shape of a distribution. */
    private static final int MOST_ROWS = 2_000;

    private static final int LONGEST = 200;

    static TableSample read(Connection connection, Table table) throws SQLException {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        List<String> types = table.columns().stream().map(c -> c.type().sql()).toList();
        List<List<@Nullable String>> rows = new ArrayList<>();
        String list = columns.stream()
                .map(c -> "left(" + quoted(c) + "::text, " + LONGEST + ")")
                .collect(Collectors.joining(", "));
        if (columns.isEmpty()) {
            return new TableSample(id(table), columns, types, rows);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + list + " from " + quoted(table.name().schema()) + "."
                                + quoted(table.name().name()) + " limit " + MOST_ROWS)) {
            while (row.next()) {
                List<@Nullable String> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(row.getString(i));
                }
                rows.add(values);
            }
        }
        return new TableSample(id(table), columns, types, rows);
    }

    private static String id(Table table) {
        return table.name().schema() + "." + table.name().name();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@return how the values of a column are distributed} */
    Distribution distribution(int column) {
        List<@Nullable String> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(column)));
        return Distribution.of(values);
    }
}
