package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.engine.LaterColumns;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.program.TableSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Sets the foreign keys that close a circle, once the rows they point at are there. */
final class LaterKeys {

    private static final int BATCH = 1_000;

    private LaterKeys() {}

    static void set(Connection connection, Layout layout, Worker worker) throws SQLException {
        for (StepLayout step : layout.steps()) {
            LaterColumns later = LaterColumns.of(step);
            if (step.count() > 0 && !later.isEmpty()) {
                set(connection, step, later, worker);
            }
        }
    }

    private static void set(Connection connection, StepLayout step, LaterColumns later, Worker worker)
            throws SQLException {
        TableSpec table = step.table().table();
        List<String> key = table.primaryKey();
        if (key.isEmpty()) {
            throw RunError.PLAN_FAILED.because("table " + table.id()
                    + " has no primary key, so its foreign keys that close a circle cannot be set after the load");
        }
        String statement = "update " + Sql.quote(table) + " set "
                + later.columns().stream().map(c -> assignment(table, c, " = ")).collect(Collectors.joining(", "))
                + " where "
                + key.stream().map(c -> assignment(table, c, " = ")).collect(Collectors.joining(" and "));
        int[] pending = new int[1];
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            later.forEach(worker, values -> {
                for (int i = 0; i < values.length; i++) {
                    update.setString(i + 1, values[i] == null ? null : PreviewRows.text(values[i]));
                }
                update.addBatch();
                if (++pending[0] % BATCH == 0) {
                    update.executeBatch();
                }
            });
            update.executeBatch();
        }
    }

    private static String assignment(TableSpec table, String column, String operator) {
        return Sql.quote(column) + operator + "cast(? as "
                + table.columns().get(table.indexOf(column)).sqlType() + ")";
    }
}
