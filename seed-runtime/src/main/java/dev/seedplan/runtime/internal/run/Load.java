package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.engine.EngineException;
import dev.seedplan.runtime.internal.engine.LaterColumns;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.TableLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.internal.load.CopyLoader;
import dev.seedplan.runtime.internal.load.Loader;
import dev.seedplan.runtime.internal.load.deferral.Deferral;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.spi.ContentException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the rows of a run, and commits: once at the end, or after each part. */
final class Load {

    /** What the plan's scripts before the rows are called in the ledger. */
    private static final String BEFORE = "@SqlBefore";

    private final Connection connection;
    private final Layout layout;
    private final Work work;
    private final Bookkeeping books;
    private final boolean atomic;
    private final RunOptions options;
    private final ParallelLoad.Lines lines;
    private final Progress progress;
    private final PlanSpec spec;
    private final Scripts scripts;
    private final Worker worker;
    private final Map<TableLayout, Long> calls = new HashMap<>();
    private final Map<TableLayout, Long> rows = new HashMap<>();
    private final Map<TableLayout, Long> asked = new HashMap<>();
    private final Rejects rejects;
    private final LeftOutSteps leftOut;

    Load(
            Connection connection,
            Layout layout,
            Work work,
            Bookkeeping books,
            RunOptions options,
            ParallelLoad.Lines lines,
            Progress progress) {
        this.lines = lines;
        this.connection = connection;
        this.layout = layout;
        this.work = work;
        this.books = books;
        this.progress = progress;
        this.options = options;
        atomic = options.keeping().atomic();
        spec = layout.program().spec();
        scripts = new Scripts(connection, layout.program());
        worker = layout.worker();
        rejects = new Rejects(options.failing(), layout);
        leftOut = new LeftOutSteps(layout);
    }

    /**
     * {@return what was written into each table}
     *
     * @param notes gets what the user should know of how it was done
     */
    List<Summary.TableSummary> run(List<String> notes) throws SQLException {
        begin(connection);
        work.clear();
        if (!spec.sqlBefore().isEmpty() && !books.hasRun(BEFORE)) {
            scripts.run(spec.sqlBefore());
            books.script(BEFORE);
        }
        return inParallel(notes) ? parallel(notes) : sequential(notes);
    }

    private boolean inParallel(List<String> notes) {
        if (options.load().jobs() == 1) {
            return false;
        }
        Optional<String> hindrance = Jobs.hindrance(layout, options);
        hindrance.ifPresent(why -> notes.add("Loaded over one connection: " + why + "."));
        return hindrance.isEmpty();
    }

    private List<Summary.TableSummary> sequential(List<String> notes) throws SQLException {
        Deferral deferral = Waiting.begin(connection, layout, options, progress);
        notes.addAll(deferral.notes());
        Loader loader = new CopyLoader(connection, deferral::freezes);
        KeptKeys kept = new KeptKeys(connection, layout);
        for (Part part : work.parts()) {
            loadOrLeaveOut(loader, kept, part);
            if (!atomic && mayCommit(part)) {
                lines.commit(connection);
                begin(connection);
            }
        }
        return end(deferral, () -> {});
    }

    private List<Summary.TableSummary> parallel(List<String> notes) throws SQLException {
        Deferral deferral = Waiting.beginKeys(connection, layout, options, progress);
        notes.addAll(ParallelLoad.notes(options.load().jobs()));
        notes.addAll(deferral.notes());
        ParallelLoad parallel = new ParallelLoad(connection, layout, work, books, options, lines, progress, deferral);
        try {
            parallel.run();
            parallel.calls().forEach((table, made) -> calls.merge(table, made, Long::sum));
            for (Part part : work.parts()) {
                rows.merge(part.step().table(), part.count(), Long::sum);
                asked.merge(part.step().table(), part.count(), Long::sum);
            }
            begin(connection);
            return end(deferral, parallel::restored);
        } catch (SQLException e) {
            throw parallel.mend(e);
        } catch (RuntimeException e) {
            throw parallel.mend(e);
        }
    }

    private interface Restored {

        void run() throws SQLException;
    }

    /** What comes after the rows, and the last commit. */
    private List<Summary.TableSummary> end(Deferral deferral, Restored restored) throws SQLException {
        LaterKeys.set(connection, layout, worker);
        for (StepLayout step : layout.steps()) {
            if (step.count() > 0 && !LaterColumns.of(step).isEmpty()) {
                books.changed(step.spec().method(), KeyBlocks.name(step.table()));
            }
        }
        Waiting.restore(deferral, layout);
        restored.run();
        scripts.run(spec.sqlAfter());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all immediate");
        }
        rejects.write();
        if (leftOut.isEmpty()) {
            books.done();
        }
        List<Summary.TableSummary> tables = readBack(deferral);
        lines.commit(connection);
        return tables;
    }

    /** {@return the rows that were left out, with the reasons} */
    List<Summary.LeftOut> leftOut() {
        return leftOut.list(rejects, options.failing());
    }

    /** Under {@code --keep-going} a part that fails is undone, and what depends on it never begun. */
    private void loadOrLeaveOut(Loader loader, KeptKeys kept, Part part) throws SQLException {
        asked.merge(part.step().table(), part.count(), Long::sum);
        if (leftOut.contains(part.step())) {
            return;
        }
        if (!options.failing().keepGoing()) {
            load(loader, kept, part);
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            load(loader, kept, part);
            connection.releaseSavepoint(before);
        } catch (SeedException | EngineException | ContentException e) {
            boolean ends = e instanceof SeedException seed
                    && (seed.code().equals(RunError.INTERRUPTED.code())
                            || seed.code().equals(RunError.TOO_MANY_REJECTS.code()));
            if (ends || Retries.mayHelp(e) || !leftOut.add(part.step(), String.valueOf(e.getMessage()))) {
                throw e;
            }
            connection.rollback(before);
            progress.note("Left out: " + e.getMessage());
        }
    }

    static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // A setting of the role or the database must not stop the load half way.
            statement.execute("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; "
                    + "set constraints all deferred");
        }
    }

    private void load(Loader loader, KeptKeys kept, Part part) throws SQLException {
        StepLayout step = part.step();
        if (part.from() == 0) {
            scripts.run(step.spec().sqlBefore());
        }
        if (options.failing().maxRejects() > 0) {
            new Narrowing(connection, rejects).load(part, piece -> piece(loader, kept, piece));
        } else {
            piece(loader, kept, part);
        }
        if (part.isLast()) {
            scripts.run(step.spec().sqlAfter());
        }
    }

    private void piece(Loader loader, KeptKeys kept, Part part) throws SQLException {
        StepLayout step = part.step();
        long before = worker.calls();
        Loader.Loaded loaded = copy(loader, kept, part, worker, layout, progress);
        calls.merge(step.table(), worker.calls() - before, Long::sum);
        rows.merge(step.table(), part.count(), Long::sum);
        books.written(step, part.from(), part.to(), loaded.hash());
    }

    /** Copies rows, and makes sure that they are there as they were sent. */
    static Loader.Loaded copy(Loader loader, KeptKeys kept, Part part, Worker worker, Layout layout, Progress progress)
            throws SQLException {
        StepLayout step = part.step();
        String table = step.table().table().id();
        progress.at(new Progress.State(table, part.from(), step.count()));
        Loader.Loaded loaded = Refusals.load(
                loader,
                step,
                part.from(),
                part.to(),
                worker,
                layout,
                made -> progress.at(new Progress.State(table, part.from() + made, step.count())));
        if (loaded.rows() != part.count()) {
            throw RunError.SWALLOWED.because("table " + table + " took " + loaded.rows() + " of " + part.count()
                    + " rows: a trigger leaves rows out");
        }
        kept.check(layout, part);
        return loaded;
    }

    /** A row whose parent comes in a later step, by a deferrable foreign key, cannot be committed before that. */
    private boolean mayCommit(Part part) {
        int place = layout.steps().indexOf(part.step());
        for (int i = 0; i <= place; i++) {
            StepLayout step = layout.steps().get(i);
            boolean open = step.count() > 0
                    && step.spec().parents().stream()
                            .filter(p -> !p.later() && p.existing() == null)
                            .anyMatch(p -> comesAfter(p.table(), part));
            if (open) {
                return false;
            }
        }
        return true;
    }

    private boolean comesAfter(String table, Part part) {
        int place = layout.steps().indexOf(part.step());
        for (int i = place; i < layout.steps().size(); i++) {
            StepLayout step = layout.steps().get(i);
            boolean left = i > place || !part.isLast();
            // A tree's rows have their parents among earlier rows of their own step.
            if (left && step != part.step() && step.table().table().id().equals(table) && step.count() > 0) {
                return true;
            }
        }
        return false;
    }

    private List<Summary.TableSummary> readBack(Deferral deferral) throws SQLException {
        List<Summary.TableSummary> tables = new ArrayList<>();
        for (TableLayout table : layout.tables()) {
            long wanted = work.isResumed() ? table.size() : asked.getOrDefault(table, 0L);
            long made = rows.getOrDefault(table, 0L);
            tables.add(new Summary.TableSummary(
                    table.table().id(),
                    wanted,
                    ReadBack.rows(connection, table, books, deferral.freezes(table.table())),
                    made == 0 ? 0 : (double) calls.getOrDefault(table, 0L) / made));
        }
        return tables;
    }
}
