package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.engine.EngineException;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.Pools;
import dev.seedplan.runtime.internal.engine.Purity;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.internal.load.CopyLoader;
import dev.seedplan.runtime.internal.load.Loader;
import dev.seedplan.runtime.internal.load.deferral.Deferral;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.spi.ContentException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run: looks, proves, loads, reads back, commits; on one connection and, for the rows, in one transaction. */
public final class Execution {

    private Execution() {}

    /** Gives the connection of a run. */
    public interface Connector {

        /** {@return a connection of the run's own, which the run closes} */
        Connection connect() throws SQLException;
    }

    /**
     * Runs a program.
     *
     * @throws SeedException if it cannot be done
     */
    public static Summary run(SeedProgram whole, Connector connector, RunOptions options, Progress progress) {
        long start = System.nanoTime();
        SeedProgram program = options.tables().of(whole);
        PlanSpec spec = program.spec();
        try (Connection connection = connector.connect()) {
            connection.setAutoCommit(false);
            Target target = new Target(connection);
            target.prepare();
            Contract.check(connection, spec);
            List<String> notes = new ArrayList<>();
            Layout layout = layout(program, connection, options);
            target.checkFillable(layout);
            AskedDefaults.ask(connection, layout, layout.now());
            layout.rehearse();
            checkMadeUp(layout, options);
            Purity.check(layout);
            if (!options.dryRun()) {
                KeyBlocks.take(connection, layout);
                connection.commit();
                layout.rehearse();
            }
            List<Summary.TableSummary> tables = options.dryRun()
                    ? Rehearsal.tables(layout, progress)
                    : load(connection, layout, options, progress, notes);
            if (options.dryRun()) {
                notes.addAll(Waiting.preview(connection, layout, options));
                notes.add(Rehearsal.NOT_CHECKED);
            } else {
                commit(connection);
                Waiting.analyze(connection, layout, options);
            }
            return new Summary(
                    spec.plan(),
                    seed(spec, options),
                    options.dryRun(),
                    tables,
                    notes,
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (SQLException e) {
            throw ServerErrors.translate(e);
        } catch (EngineException e) {
            throw Failures.of(e);
        } catch (ContentException e) {
            throw Failures.of(e);
        }
    }

    private static Layout layout(SeedProgram program, Connection connection, RunOptions options) {
        ExistingParents existing = new ExistingParents(connection);
        Pools pools = new Pools(SelectedProgram.loader(program), options.content());
        return Layout.of(program, seed(program.spec(), options), options.numbers(), pools, existing::rows);
    }

    private static void checkMadeUp(Layout layout, RunOptions options) {
        if (options.strict() && !layout.madeUp().isEmpty()) {
            throw RunError.MADE_UP.because("the plan sets no value for " + String.join(", ", layout.madeUp())
                    + ", NOT NULL and without a default");
        }
    }

    static long seed(PlanSpec spec, RunOptions options) {
        return options.seed() == null ? spec.seed() : options.seed();
    }

    private static List<Summary.TableSummary> load(
            Connection connection, Layout layout, RunOptions options, Progress progress, List<String> notes)
            throws SQLException {
        Scripts scripts = new Scripts(connection, layout.program());
        Worker worker = layout.worker();
        PlanSpec spec = layout.program().spec();
        try (var statement = connection.createStatement()) {
            // A setting of the role or the database must not stop the load half way.
            statement.execute("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; "
                    + "set constraints all deferred");
        }
        Map<TableLayout, Long> calls = new HashMap<>();
        scripts.run(spec.sqlBefore());
        Deferral deferral = Waiting.begin(connection, layout, options, progress);
        notes.addAll(deferral.notes());
        Loader loader = new CopyLoader(connection, deferral::freezes);
        for (StepLayout step : layout.steps()) {
            if (step.count() == 0) {
                continue;
            }
            scripts.run(step.spec().sqlBefore());
            progress.at(new Progress.State(step.table().table().id(), 0, step.count()));
            long before = worker.calls();
            Loader.Loaded taken = Refusals.load(
                    loader,
                    step,
                    0,
                    step.count(),
                    worker,
                    layout,
                    rows -> progress.at(new Progress.State(step.table().table().id(), rows, step.count())));
            calls.merge(step.table(), worker.calls() - before, Long::sum);
            if (taken.rows() != step.count()) {
                throw RunError.SWALLOWED.because("table " + step.table().table().id() + " took " + taken.rows() + " of "
                        + step.count() + " rows: a trigger leaves rows out");
            }
            KeptKeys.check(connection, layout, step);
            scripts.run(step.spec().sqlAfter());
        }
        LaterKeys.set(connection, layout, worker);
        Waiting.restore(deferral, layout);
        scripts.run(spec.sqlAfter());
        try (var statement = connection.createStatement()) {
            statement.execute("set constraints all immediate");
        }
        List<Summary.TableSummary> tables = new ArrayList<>();
        for (TableLayout table : layout.tables()) {
            tables.add(ReadBack.table(connection, table, calls.getOrDefault(table, 0L)));
        }
        return tables;
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw commitFailed(e);
        }
    }

    /** Whether rows are there is open when the connection goes while the server commits, and only then. */
    static SeedException commitFailed(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P")
                ? RunError.COMMIT_UNKNOWN.because("the connection was lost while the run committed", e)
                : ServerErrors.translate(e);
    }
}
