package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.engine.EngineException;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.Pools;
import dev.seedplan.runtime.internal.engine.Purity;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.ledger.Ledger;
import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import dev.seedplan.runtime.internal.ledger.RunContract;
import dev.seedplan.runtime.internal.ledger.SqlLedger;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.spi.ContentException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run: looks, proves, decides, loads, reads back, commits. */
public final class Execution {

    private static final String NOT_RECORDED =
            "Without a ledger nothing is recorded: these rows can neither be recognised nor taken back.";

    private Execution() {}

    /** Gives the connections of a run. */
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
            Bookkeeping books = new Bookkeeping(ledger(connection, options), spec);
            ExistingParents existing = new ExistingParents(connection, books::ours);
            Pools pools = new Pools(SelectedProgram.loader(program), options.content());
            Layout layout = Layout.of(program, seed(spec, options), options.numbers(), pools, existing::rows);
            target.checkFillable(layout, books.records());
            AskedDefaults.ask(connection, layout, layout.now());
            layout.rehearse();
            checkMadeUp(layout, options);
            Purity.check(layout);
            RunContract contract = PlanContract.of(
                    layout,
                    seed(spec, options),
                    StepLayout::count,
                    existing.digests(),
                    new Scripts(connection, program));
            Work work = Work.of(books, layout, contract, options);
            notes.addAll(work.notes());
            if (!books.records()) {
                notes.add(NOT_RECORDED);
            }
            List<Summary.TableSummary> tables;
            if (work.isEmpty()) {
                tables = nothing(layout);
            } else if (options.dryRun()) {
                tables = Rehearsal.tables(layout, progress);
                notes.addAll(Waiting.preview(connection, layout, options));
                notes.add(Rehearsal.NOT_CHECKED);
            } else {
                work.begin(connection, contract, options);
                layout.rehearse();
                tables = new Load(connection, layout, work, books, options, progress).run(notes);
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

    private static void checkMadeUp(Layout layout, RunOptions options) {
        if (options.strict() && !layout.madeUp().isEmpty()) {
            throw RunError.MADE_UP.because("the plan sets no value for " + String.join(", ", layout.madeUp())
                    + ", NOT NULL and without a default");
        }
    }

    private static Ledger ledger(Connection connection, RunOptions options) throws SQLException {
        LedgerSchema schema = new LedgerSchema(options.keeping().schema());
        if (!options.keeping().ledger()) {
            return Ledger.off();
        }
        if (options.dryRun()) {
            return SqlLedger.toRead(connection, schema);
        }
        return SqlLedger.open(connection, schema);
    }

    private static List<Summary.TableSummary> nothing(Layout layout) {
        List<Summary.TableSummary> tables = new ArrayList<>();
        for (TableLayout table : layout.tables()) {
            tables.add(new Summary.TableSummary(table.table().id(), 0, 0, 0));
        }
        return tables;
    }

    static long seed(PlanSpec spec, RunOptions options) {
        return options.seed() == null ? spec.seed() : options.seed();
    }

    /** Whether rows are there is open when the connection goes while the server commits, and only then. */
    static SeedException commitFailed(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P")
                ? RunError.COMMIT_UNKNOWN.because("the connection was lost while the run committed", e)
                : ServerErrors.translate(e);
    }
}
