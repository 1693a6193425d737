package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.ledger.OwnRows;
import dev.seedplan.runtime.internal.ledger.RecordedRun;
import dev.seedplan.runtime.internal.load.CopyLoader;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.TableSpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the rows an earlier run wrote with those the plan makes now, in a temporary table that is undone. */
final class StoredRows {

    private static final String COMPUTED = "pg_temp.seedplan_computed";

    private final Connection connection;

    StoredRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * {@return for each column in how many rows its values differ; empty where it cannot be found out}
     *
     * @param difference says in which tables to look
     */
    List<String> compare(Layout layout, RecordedRun earlier, Difference difference) throws SQLException {
        List<String> found = new ArrayList<>();
        if (difference.columns().isEmpty()) {
            return found;
        }
        KeyBlocks.give(Addition.madeUp(layout, earlier), layout);
        layout.rehearse();
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint before_comparison");
            try {
                for (TableLayout table : layout.tables()) {
                    String prefix = table.table().id() + ".";
                    if (difference.columns().stream().anyMatch(c -> c.startsWith(prefix))) {
                        found.addAll(compare(statement, layout, table, earlier, difference));
                    }
                }
            } catch (SQLException e) {
                // Without the right to temporary tables the sample's word has to do.
                found.clear();
            }
            statement.execute("rollback to savepoint before_comparison; release savepoint before_comparison");
        }
        return found;
    }

    private List<String> compare(
            Statement statement, Layout layout, TableLayout table, RecordedRun earlier, Difference difference)
            throws SQLException {
        TableSpec spec = table.table();
        if (spec.primaryKey().isEmpty()) {
            return difference.columns().stream()
                    .filter(c -> c.startsWith(spec.id() + "."))
                    .map(c -> c + " in rows that have no key to find them by")
                    .toList();
        }
        statement.execute("drop table if exists " + COMPUTED);
        statement.execute(
                "create temporary table seedplan_computed as select * from " + Sql.quote(spec) + " with no data");
        CopyLoader loader = new CopyLoader(connection, t -> false, t -> COMPUTED);
        for (StepLayout step : table.steps()) {
            long rows = Math.min(step.count(), PlanContract.rows(earlier.run().contract(), step));
            if (rows > 0) {
                loader.load(step, 0, rows, layout.worker(), made -> {});
            }
        }
        List<String> names = new ArrayList<>();
        StringBuilder query = new StringBuilder("select ");
        for (int i = 0; i < spec.columns().size(); i++) {
            ColumnSpec column = spec.columns().get(i);
            int place = i;
            if (table.steps().stream().allMatch(s -> s.sends(place))
                    && !spec.primaryKey().contains(column.name())) {
                String name = Sql.quote(column.name());
                query.append(names.isEmpty() ? "" : ", ")
                        .append("count(*) filter (where t.")
                        .append(name)
                        .append("::text is distinct from n.")
                        .append(name)
                        .append("::text)");
                names.add(spec.id() + "." + column.name());
            }
        }
        if (names.isEmpty()) {
            return List.of();
        }
        query.append(" from ")
                .append(Sql.quote(spec))
                .append(" as t join ")
                .append(COMPUTED)
                .append(" as n on ");
        query.append(spec.primaryKey().stream()
                .map(c -> "t." + Sql.quote(c) + " = n." + Sql.quote(c))
                .collect(Collectors.joining(" and ")));
        query.append(" where ")
                .append(OwnRows.of(KeyBlocks.name(table), earlier.steps()).untouched("t"));
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query.toString())) {
            row.next();
            for (int i = 0; i < names.size(); i++) {
                if (row.getLong(i + 1) > 0) {
                    found.add(names.get(i) + " in " + row.getLong(i + 1) + " rows");
                }
            }
        }
        return found;
    }
}
