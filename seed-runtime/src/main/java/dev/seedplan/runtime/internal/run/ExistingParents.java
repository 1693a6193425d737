package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.ExistingRows;
import dev.seedplan.runtime.internal.load.Sql;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.ParentSpec.ExistingSpec;
import dev.seedplan.runtime.program.TableSpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the database's own rows where a plan takes parents from them: their keys at once, a column when it is asked for. */
final class ExistingParents {

    private static final int MOST = 100_000;

    private final Connection connection;

    ExistingParents(Connection connection) {
        this.connection = connection;
    }

    ExistingRows rows(TableSpec table, ParentSpec parent) {
        List<String> key = table.primaryKey().isEmpty()
                ? table.columns().stream().map(ColumnSpec::name).toList()
                : table.primaryKey();
        String order = key.stream().map(Sql::quote).collect(Collectors.joining(", "));
        String source = " from " + Sql.quote(table) + " as parent" + condition(table, parent.existing()) + " order by "
                + order + " limit "
                + (parent.existing() == null ? MOST : parent.existing().limit());
        String text =
                key.stream().map(k -> Sql.quote(k) + "::text").collect(Collectors.joining(", ", "row(", ")::text"));
        List<String> keys = new ArrayList<>();
        for (Object each : column("select " + text + source, null)) {
            keys.add(String.valueOf(each));
        }
        return new ExistingRows(
                table,
                keys,
                keys.size(),
                index -> column(
                        "select " + Sql.quote(table.columns().get(index).name()) + source,
                        table.columns().get(index)));
    }

    private static String condition(TableSpec table, @Nullable ExistingSpec existing) {
        if (existing == null
                || (existing.where().isEmpty() && existing.without().isEmpty())) {
            return "";
        }
        List<String> conditions = new ArrayList<>();
        if (!existing.where().isEmpty()) {
            conditions.add("(" + existing.where() + ")");
        }
        if (!existing.without().isEmpty()) {
            int dot = existing.without().lastIndexOf('.');
            String child = existing.without().substring(0, dot);
            String column = existing.without().substring(dot + 1);
            String quoted = child.contains(".")
                    ? Sql.quote(child.substring(0, child.indexOf('.'))) + "."
                            + Sql.quote(child.substring(child.indexOf('.') + 1))
                    : Sql.quote(table.schema()) + "." + Sql.quote(child);
            conditions.add("not exists (select 1 from " + quoted + " as child where child." + Sql.quote(column)
                    + " = parent." + Sql.quote(table.primaryKey().get(0)) + ")");
        }
        return " where " + String.join(" and ", conditions);
    }

    private @Nullable Object[] column(String query, @Nullable ColumnSpec column) {
        try (Statement statement = connection.createStatement()) {
            List<@Nullable Object> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    values.add(column == null ? rows.getString(1) : JdbcValues.read(rows, column));
                }
            }
            return values.toArray();
        } catch (SQLException e) {
            throw ServerErrors.translate(e);
        }
    }
}
