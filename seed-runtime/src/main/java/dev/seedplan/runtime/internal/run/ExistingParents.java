package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.engine.ExistingRows;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.ParentSpec.ExistingSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.schema.QName;
import dev.seedplan.spi.Mix;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the database's own rows where a plan takes parents from them: their keys at once, a column when it is asked for. */
final class ExistingParents {

    private static final int MOST = 100_000;

    private final Connection connection;
    private final BiFunction<QName, String, String> ours;
    private final SortedMap<String, Long> digests = new TreeMap<>();

    /**
     * Reads over a connection.
     *
     * @param ours gives, for a table and what it is called in a query, a condition for rows that the plan wrote
     */
    ExistingParents(Connection connection, BiFunction<QName, String, String> ours) {
        this.connection = connection;
        this.ours = ours;
    }

    /** {@return digests of all that has been read, by what it is} */
    SortedMap<String, Long> digests() {
        return digests;
    }

    ExistingRows rows(TableSpec table, ParentSpec parent) {
        List<String> key = table.primaryKey().isEmpty()
                ? table.columns().stream().map(ColumnSpec::name).toList()
                : table.primaryKey();
        String order = key.stream().map(Sql::quote).collect(Collectors.joining(", "));
        // Made anew for each query: the run at hand writes rows, too.
        Supplier<String> source = () -> " from " + Sql.quote(table) + " as parent"
                + condition(table, parent.existing()) + " order by " + order + " limit "
                + (parent.existing() == null ? MOST : parent.existing().limit());
        String text =
                key.stream().map(k -> Sql.quote(k) + "::text").collect(Collectors.joining(", ", "row(", ")::text"));
        List<String> keys = new ArrayList<>();
        for (Object each : column(parent(table, parent), "select " + text + source.get(), null)) {
            keys.add(String.valueOf(each));
        }
        return new ExistingRows(
                table,
                keys,
                keys.size(),
                index -> column(
                        parent(table, parent) + "." + table.columns().get(index).name(),
                        "select " + Sql.quote(table.columns().get(index).name()) + source.get(),
                        table.columns().get(index)));
    }

    private static String parent(TableSpec table, ParentSpec parent) {
        return table.id() + " for " + parent.foreignKey();
    }

    private String condition(TableSpec table, @Nullable ExistingSpec existing) {
        List<String> conditions = new ArrayList<>();
        // What the plan itself wrote is no existing row of its next run.
        conditions.add("(" + ours.apply(new QName(table.schema(), table.name()), "parent") + ") is not true");
        if (existing == null) {
            return " where " + conditions.get(0);
        }
        if (!existing.where().isEmpty()) {
            conditions.add("(" + existing.where() + ")");
        }
        if (!existing.without().isEmpty()) {
            int dot = existing.without().lastIndexOf('.');
            String child = existing.without().substring(0, dot);
            String column = existing.without().substring(dot + 1);
            QName name = child.contains(".")
                    ? new QName(child.substring(0, child.indexOf('.')), child.substring(child.indexOf('.') + 1))
                    : new QName(table.schema(), child);
            conditions.add("not exists (select 1 from " + Sql.quote(name.schema()) + "." + Sql.quote(name.name())
                    + " as child where child." + Sql.quote(column) + " = parent."
                    + Sql.quote(table.primaryKey().get(0)) + " and (" + ours.apply(name, "child") + ") is not true)");
        }
        return " where " + String.join(" and ", conditions);
    }

    private @Nullable Object[] column(String what, String query, @Nullable ColumnSpec column) {
        try (Statement statement = connection.createStatement()) {
            List<@Nullable Object> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    values.add(column == null ? rows.getString(1) : JdbcValues.read(rows, column));
                }
            }
            digests.put(
                    what,
                    values.stream()
                            .mapToLong(v -> Mix.combine(1, PreviewRows.text(v)))
                            .reduce(0, Mix::combine));
            return values.toArray();
        } catch (SQLException e) {
            throw ServerErrors.translate(e);
        }
    }
}
