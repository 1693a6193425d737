package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.engine.LaterColumns;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.load.deferral.Deferral;
import dev.seedplan.runtime.internal.load.deferral.Quantity;
import dev.seedplan.runtime.program.PlanSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.util.ServerErrorMessage;

/** The constraints of a run that wait until its rows are there, and what the server is to know of the rows afterwards. */
final class Waiting {

    /** Below that the server's own daemon would not look, either: autovacuum_analyze_threshold. */
    private static final long WORTH_ANALYZING = 50;

    private Waiting() {}

    static Deferral begin(Connection connection, Layout layout, RunOptions options, Progress progress)
            throws SQLException {
        try {
            Deferral deferral =
                    Deferral.begin(connection, options.load().mode(), quantities(layout), hindrances(layout, options));
            deferral.notes().forEach(progress::note);
            return deferral;
        } catch (Deferral.NotLocked e) {
            throw notLocked(e);
        }
    }

    /** As {@link #begin}, but only foreign keys, which wait beyond the transaction. */
    static Deferral beginKeys(Connection connection, Layout layout, RunOptions options, Progress progress)
            throws SQLException {
        try {
            Deferral deferral = Deferral.beginKeys(
                    connection,
                    options.load().mode(),
                    quantities(layout),
                    options.load().exclusive());
            deferral.notes().forEach(progress::note);
            return deferral;
        } catch (Deferral.NotLocked e) {
            throw notLocked(e);
        }
    }

    /** As {@link #begin}, but what of one table may wait while others are loaded. */
    static Deferral beginTable(Connection connection, TableLayout table, RunOptions options) throws SQLException {
        try {
            return Deferral.beginTable(connection, options.load().mode(), quantity(table));
        } catch (Deferral.NotLocked e) {
            throw notLocked(e);
        }
    }

    private static SeedException notLocked(Deferral.NotLocked e) {
        return RunError.NOT_LOCKED.because("the tables could not be locked: " + e.getMessage(), e);
    }

    /** {@return what would wait and what would not, each a sentence} */
    static List<String> preview(Connection connection, Layout layout, RunOptions options) throws SQLException {
        List<String> hindrances = hindrances(layout, options);
        return hindrances.isEmpty()
                ? Deferral.preview(connection, options.load().mode(), quantities(layout))
                : List.of("Load in place: all tables: " + hindrances.get(0) + ".");
    }

    private static List<Quantity> quantities(Layout layout) {
        return layout.tables().stream().map(Waiting::quantity).toList();
    }

    private static Quantity quantity(TableLayout table) {
        // Circles are closed by updates of single rows.
        boolean byKey = table.steps().stream().anyMatch(s -> !LaterColumns.of(s).isEmpty());
        return new Quantity(table.table(), table.size(), byKey);
    }

    /** A script between two tables, or anybody between two commits, sees the database as it is then, with its constraints. */
    private static List<String> hindrances(Layout layout, RunOptions options) {
        if (options.failing().mayLeaveOut()) {
            return List.of("rows may be left out, so that each has to be judged when it is written");
        }
        if (!options.keeping().atomic()) {
            return List.of("the run commits part by part, and what waits must be back in the same transaction");
        }
        PlanSpec spec = layout.program().spec();
        return spec.steps().stream()
                        .allMatch(s -> s.sqlBefore().isEmpty() && s.sqlAfter().isEmpty())
                ? List.of()
                : List.of("the plan runs SQL between the tables");
    }

    /** Restores what waited; a row that breaks a key is named as if it had been refused on its own. */
    static void restore(Deferral deferral, Layout layout) throws SQLException {
        try {
            deferral.restore();
        } catch (SQLException e) {
            ServerErrorMessage server = ServerErrors.server(e);
            if (server == null
                    || !BrokenKeys.STATES.contains(String.valueOf(e.getSQLState()))
                    || server.getTable() == null) {
                throw e;
            }
            String id = server.getSchema() + "." + server.getTable();
            List<StepLayout> steps = layout.steps().stream()
                    .filter(s -> s.table().table().id().equals(id))
                    .toList();
            throw BrokenKeys.of(e, server, steps, layout);
        }
    }

    /** After the commit, so that nobody waits for it; the rows are safe whatever becomes of it. */
    static void analyze(Connection connection, Layout layout, RunOptions options) {
        String tables = layout.tables().stream()
                .filter(t -> t.size() >= WORTH_ANALYZING)
                .map(TableLayout::table)
                .map(Sql::quote)
                .collect(Collectors.joining(", "));
        if (!options.load().analyze() || tables.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE " + tables);
            connection.commit();
        } catch (SQLException e) {
            // The server looks for itself sooner or later, and the run has done what it was asked.
        }
    }
}
