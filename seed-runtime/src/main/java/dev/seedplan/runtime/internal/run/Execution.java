package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.Distributed;
import dev.seedplan.runtime.PoolHealth;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.guard.Environment;
import dev.seedplan.runtime.guard.Verdict;
import dev.seedplan.runtime.internal.engine.EngineException;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.LayoutContent;
import dev.seedplan.runtime.internal.engine.Pools;
import dev.seedplan.runtime.internal.engine.Purity;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.ledger.Ledger;
import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import dev.seedplan.runtime.internal.ledger.SeedLock;
import dev.seedplan.runtime.internal.ledger.SqlLedger;
import dev.seedplan.runtime.internal.ledger.WaitingKeys;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.spi.ContentException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One run: looks, proves, decides, loads, reads back, commits. */
public final class Execution {

    /** Of the rows left out; the rest is counted. */
    private static final int MOST_SHOWN = 20;

    private static final String NOT_RECORDED =
            "Without a ledger nothing is recorded: these rows can neither be recognised nor taken back.";

    private final SeedProgram program;
    private final PlanSpec spec;
    private final Connection connection;
    private final RunOptions options;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();
    private List<Summary.LeftOut> leftOut = List.of();
    private List<Distributed> distributed = List.of();
    private final AtomicInteger commits = new AtomicInteger();
    private final ParallelLoad.Lines lines;
    private @Nullable LayoutContent content;
    private boolean checking;

    private Execution(
            SeedProgram program,
            Connection connection,
            @Nullable SeedLock lock,
            @Nullable ConnectionPool pool,
            RunOptions options,
            Progress progress) {
        lines = new RunLines(lock, pool, commits);
        this.program = program;
        this.spec = program.spec();
        this.connection = connection;
        this.options = options;
        this.progress = progress;
    }

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
    public static Summary run(SeedProgram whole, Connector connector, RunOptions asked, Progress progress) {
        SnapshotCheck.check(whole);
        SeedProgram program = asked.tables().of(whole);
        Agreement agreement = new Agreement(asked);
        return Retries.call(
                asked.failing().retries(), progress, () -> attempt(program, connector, asked, agreement, progress));
    }

    private static Summary attempt(
            SeedProgram program, Connector connector, RunOptions asked, Agreement agreement, Progress progress) {
        long start = System.nanoTime();
        PlanSpec spec = program.spec();
        try (Connection connection = connector.connect()) {
            connection.setAutoCommit(false);
            new Target(connection).prepare();
            List<String> repaired = repair(connector, connection, spec, asked);
            Contract.check(connection, spec);
            Verdict verdict = agreement.of(connection);
            RunOptions options = agreement.options();
            try (SeedLock lock = lock(connector, connection, spec, options);
                    ConnectionPool pool = pool(connector, options)) {
                Execution execution = new Execution(program, connection, lock, pool, options, progress);
                execution.notes.addAll(repaired);
                if (verdict.environment().compareTo(Environment.TEST) > 0) {
                    execution.notes.add("This database counts as " + verdict.text() + ".");
                }
                List<Summary.TableSummary> tables = execution.partWise();
                return new Summary(
                        spec.plan(),
                        seed(spec, options),
                        options.dryRun(),
                        tables,
                        execution.leftOut,
                        execution.distributed,
                        execution.pools(),
                        execution.notes,
                        Duration.ofNanos(System.nanoTime() - start));
            }
        } catch (SQLException e) {
            throw ServerErrors.translate(e);
        } catch (EngineException e) {
            throw Failures.of(e);
        } catch (ContentException e) {
            throw Failures.of(e);
        }
    }

    /**
     * Does what a run does before its first row, and undoes it.
     *
     * @throws SeedException if the run could not begin
     */
    public static void check(SeedProgram whole, Connector connector, RunOptions options) {
        SnapshotCheck.check(whole);
        SeedProgram program = options.tables().of(whole);
        try (Connection connection = connector.connect()) {
            connection.setAutoCommit(false);
            new Target(connection).prepare();
            Contract.check(connection, program.spec());
            Execution execution = new Execution(program, connection, null, null, options, progress -> {});
            Bookkeeping books = new Bookkeeping(execution.ledger(), connection, program.spec());
            execution.checking = true;
            execution.proven(books, new ExistingParents(connection, books::ours));
            connection.rollback();
        } catch (SQLException e) {
            throw ServerErrors.translate(e);
        } catch (EngineException e) {
            throw Failures.of(e);
        } catch (ContentException e) {
            throw Failures.of(e);
        }
    }

    /** Adds again what a run that was killed has dropped, before the database is held against the snapshot. */
    private static List<String> repair(Connector connector, Connection connection, PlanSpec spec, RunOptions options)
            throws SQLException {
        WaitingKeys waiting =
                new WaitingKeys(connection, new LedgerSchema(options.keeping().schema()));
        if (!options.keeping().ledger() || !waiting.isAny()) {
            return List.of();
        }
        if (options.dryRun()) {
            throw RunError.UNRESTORED.because("a run over several connections is at work, or was stopped");
        }
        try (SeedLock lock = lock(connector, connection, spec, options)) {
            int keys = waiting.restore();
            if (lock != null) {
                lock.check();
            }
            connection.commit();
            return keys == 0 ? List.of() : List.of(WaitingKeys.note(keys));
        }
    }

    private static @Nullable ConnectionPool pool(Connector connector, RunOptions options) throws SQLException {
        return options.load().jobs() == 1 || options.dryRun()
                ? null
                : new ConnectionPool(connector, options.load().jobs());
    }

    /** A dry run changes nothing, so that it disturbs nobody and nobody disturbs it. */
    private static @Nullable SeedLock lock(
            Connector connector, Connection connection, PlanSpec spec, RunOptions options) throws SQLException {
        return options.dryRun()
                ? null
                : SeedLock.take(
                        connector::connect, connection, options.keeping().lockTimeout(), spec.plan());
    }

    /** Where parts are committed already, a failure leaves them behind, and says so. */
    private List<Summary.TableSummary> partWise() throws SQLException {
        try {
            return tables();
        } catch (SQLException e) {
            throw stopped(ServerErrors.translate(e));
        } catch (EngineException e) {
            throw stopped(Failures.of(e));
        } catch (SeedException e) {
            throw stopped(e);
        }
    }

    private SeedException stopped(SeedException failure) {
        boolean unrestored = ParallelLoad.isUnrestored(failure);
        return (commits.get() == 0 && !unrestored)
                        || options.keeping().atomic()
                        || failure.exitCode() == SeedException.UNKNOWN_OUTCOME
                ? failure
                : new SeedException(
                        failure.code(),
                        SeedException.STOPPED,
                        failure.getMessage()
                                + " Parts of the run are committed: run it again to go on, or take them back with"
                                + " \"seedplan rollback\"."
                                + (unrestored
                                        ? " Foreign keys that were dropped for the load are missing: the next command adds them"
                                                + " again, or \"seedplan repair\"."
                                        : ""),
                        failure);
    }

    private List<Summary.TableSummary> tables() throws SQLException {
        Bookkeeping books = new Bookkeeping(ledger(), connection, spec);
        ExistingParents existing = new ExistingParents(connection, books::ours);
        Layout layout = proven(books, existing);
        Scripts scripts = new Scripts(connection, program);
        PlanContract contract = new PlanContract(layout, seed(spec, options), existing.digests(), scripts);
        Work work = Work.of(books, layout, contract, new StoredRows(connection), options);
        notes.addAll(work.notes());
        if (!layout.leftOut().isEmpty()) {
            notes.add(leftOut(layout.leftOut()));
        }
        if (!books.records()) {
            notes.add(NOT_RECORDED);
        }
        if (work.isEmpty()) {
            return nothing(layout);
        }
        if (options.dryRun()) {
            List<Summary.TableSummary> tables = Rehearsal.tables(layout, progress);
            notes.addAll(Rehearsal.costly(tables));
            notes.addAll(Waiting.preview(connection, layout, options));
            notes.add(Rehearsal.NOT_CHECKED);
            return tables;
        }
        work.begin(connection);
        layout.rehearse();
        Load load = new Load(connection, layout, work, books, options, lines, progress);
        List<Summary.TableSummary> tables = load.run(notes);
        leftOut = load.leftOut();
        Waiting.analyze(connection, layout, options);
        return tables;
    }

    /** Computes what the run is about, and proves as much as can be before a row is written. */
    private Layout proven(Bookkeeping books, ExistingParents existing) throws SQLException {
        Pools pools = new Pools(program.loader(), options.content(), options.strict() || checking);
        Layout layout = Layout.of(program, seed(spec, options), options.numbers(), pools, existing::rows);
        content = layout.content();
        if (options.strict()) {
            content.refuseRelaxed();
        }
        distributed = content.distributed();
        distributed.forEach(each -> notes.add(ContentText.note(each)));
        new Target(connection).checkFillable(layout, books.records());
        AskedDefaults.ask(connection, layout, layout.now());
        layout.rehearse();
        checkMadeUp(layout);
        Purity.check(layout);
        return layout;
    }

    /** What became of the pools, all of which are open now, with a note for each that has lost something. */
    private List<PoolHealth> pools() {
        List<PoolHealth> pools = content == null ? List.of() : content.health();
        pools.forEach(pool -> notes.addAll(ContentText.notes(pool)));
        return pools;
    }

    private static String leftOut(List<String> reasons) {
        List<String> shown = reasons.subList(0, Math.min(MOST_SHOWN, reasons.size()));
        return reasons.size() + (reasons.size() == 1 ? " row is" : " rows are") + " left out: "
                + String.join("; ", shown) + (shown.size() < reasons.size() ? "; …" : ".");
    }

    private void checkMadeUp(Layout layout) {
        if (options.strict() && !layout.madeUp().isEmpty()) {
            throw RunError.MADE_UP.because("the plan sets no value for " + String.join(", ", layout.madeUp())
                    + ", NOT NULL and without a default");
        }
    }

    private Ledger ledger() throws SQLException {
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
