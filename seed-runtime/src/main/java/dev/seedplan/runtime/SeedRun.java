package dev.seedplan.runtime;

import dev.seedplan.runtime.guard.Guard;
import dev.seedplan.runtime.internal.engine.Size;
import dev.seedplan.runtime.internal.load.deferral.LoadMode;
import dev.seedplan.runtime.internal.run.Caution;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.internal.run.LoadOptions;
import dev.seedplan.runtime.internal.run.OnFailure;
import dev.seedplan.runtime.internal.run.PreviewRows;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.internal.run.TableFilter;
import dev.seedplan.runtime.program.SeedProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A run of a plan: its database and its numbers. Not for several threads. */
public final class SeedRun {

    private final SeedProgram program;
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private @Nullable DataSource target;
    private @Nullable Long seed;
    private boolean dryRun;
    private @Nullable Long defaultRows;
    private Size size = Size.MEDIUM;
    private double scale = 1;
    private final List<String> tables = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private boolean strict;
    private String content = "";
    private LoadMode load = LoadMode.AUTO;
    private boolean analyze = true;
    private boolean ledger = true;
    private String ledgerSchema = Keeping.USUAL.schema();
    private OnChange onChange = OnChange.REFUSE;
    private boolean atomic = true;
    private long commitEvery;
    private Duration lockTimeout = Duration.ZERO;
    private Guard guard = Guard.USUAL;
    private OnFailure failing = OnFailure.USUAL;
    private boolean sizeGiven;
    private boolean onChangeGiven;
    private int jobs = 1;
    private boolean exclusive;

    SeedRun(SeedProgram program) {
        this.program = program;
    }

    /** Sets the database. The run takes two connections of it and gives them back. */
    public SeedRun to(DataSource dataSource) {
        target = dataSource;
        return this;
    }

    /**
     * Sets the number of rows of a table whose rows are not made parent by parent.
     *
     * @param table its name, with the schema in front where that is not {@code public}
     * @param number 0 or more
     */
    public SeedRun rows(String table, long number) {
        if (number < 0) {
            throw new IllegalArgumentException("the number of rows of " + table + " is " + number + ", below 0");
        }
        rows.put(table, number);
        return this;
    }

    /**
     * Sets the number of rows of every table that has a number of its own and is not named by {@link #rows}.
     *
     * @param number 0 or more
     */
    public SeedRun defaultRows(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("the number of rows is " + number + ", below 0");
        }
        defaultRows = number;
        return this;
    }

    /**
     * Sets which of the plan's numbers of rows count: those it gives for that size, else a tenth or ten times the others.
     *
     * @param name {@code small}, {@code medium} (default) or {@code large}
     * @throws IllegalArgumentException if it is none of these
     */
    public SeedRun size(String name) {
        sizeGiven = true;
        size = Size.named(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("size is " + name + ", it must be small, medium or large"));
        return this;
    }

    /**
     * Multiplies the numbers of rows, but for those of {@link #rows}.
     *
     * @param factor above 0; default 1
     */
    public SeedRun scale(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("the scale is " + factor + ", not above 0");
        }
        scale = factor;
        return this;
    }

    /**
     * Fills only some tables, and those whose rows they need as parents; may be called again for more.
     *
     * @param pattern a name with {@code *} and {@code ?}; without a dot it is held against names of any schema
     */
    public SeedRun tables(String pattern) {
        tables.add(pattern);
        return this;
    }

    /**
     * Leaves tables out; rows that they hold already are parents. May be called again for more.
     *
     * @param pattern as for {@link #tables}
     */
    public SeedRun exclude(String pattern) {
        excluded.add(pattern);
        return this;
    }

    /** Refuses to make up values of columns that the plan does not set, are NOT NULL and have no default. */
    public SeedRun strict() {
        strict = true;
        return this;
    }

    /** Sets another seed than the plan's. */
    public SeedRun seed(long number) {
        seed = number;
        return this;
    }

    /** Computes and checks everything, writes nothing. */
    public SeedRun dryRun() {
        dryRun = true;
        return this;
    }

    /** Sets a directory in which content is looked for before the class path. */
    public SeedRun content(String directory) {
        content = directory;
        return this;
    }

    /**
     * Sets whether foreign keys and plain indexes wait until the rows are there; they do where that is faster, unless said
     * otherwise.
     *
     * @param mode {@code auto}, {@code deferred} or {@code inplace}
     * @throws IllegalArgumentException if it is none of these
     */
    public SeedRun load(String mode) {
        load = LoadMode.named(mode)
                .orElseThrow(() ->
                        new IllegalArgumentException("load is " + mode + ", it must be auto, deferred or inplace"));
        return this;
    }

    /** Leaves it to the server when it looks at the rows for its plans. */
    public SeedRun withoutAnalyze() {
        analyze = false;
        return this;
    }

    /**
     * Sets whether the run is recorded in the database, in a schema of its own; it is unless this is called.
     *
     * @param on false: nothing is recorded, and tables that hold rows are refused
     */
    public SeedRun ledger(boolean on) {
        ledger = on;
        return this;
    }

    /** Sets the schema in which is recorded what was written; {@code seedplan} unless this is called. */
    public SeedRun ledgerSchema(String name) {
        ledgerSchema = name;
        return this;
    }

    /** Sets what to do where rows of another version of the plan are there; nothing unless this is called. */
    public SeedRun onChange(OnChange choice) {
        onChangeGiven = true;
        onChange = choice;
        return this;
    }

    /** Commits after each step; a run that was killed goes on there when it is run again. Needs the ledger. */
    public SeedRun notAtomic() {
        atomic = false;
        return this;
    }

    /**
     * Commits after a number of rows; a run that was killed goes on there when it is run again. Needs the ledger.
     *
     * @param number 1 or more
     */
    public SeedRun commitEvery(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("to commit every " + number + " rows is not possible");
        }
        atomic = false;
        commitEvery = number;
        return this;
    }

    /**
     * Loads tables at the same time, over several connections of the database besides the two of every run; each table is
     * committed on its own, and a run that was killed goes on when it is run again. Needs the ledger.
     *
     * @param number 1 (default) to 64
     */
    public SeedRun jobs(int number) {
        if (number < 1 || number > LoadOptions.MOST_JOBS) {
            throw new IllegalArgumentException(
                    "the number of jobs is " + number + ", it must be 1 to " + LoadOptions.MOST_JOBS);
        }
        jobs = number;
        return this;
    }

    /** Says that nobody else uses the database meanwhile: with {@link #jobs}, keys of tables that hold rows may wait, too. */
    public SeedRun exclusive() {
        exclusive = true;
        return this;
    }

    /** Sets how long to wait for another seeder on the same database; not at all unless this is called. */
    public SeedRun lockTimeout(Duration most) {
        lockTimeout = most;
        return this;
    }

    /**
     * Sets how often what may well succeed the next time is tried anew: a server that starts up or has no connection free, a
     * serialisation failure, a deadlock, a lock that was not to be had. 2 unless this is called.
     *
     * @param number 0 or more
     */
    public SeedRun retries(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("the number of retries is " + number + ", below 0");
        }
        failing = new OnFailure(number, failing.keepGoing(), failing.maxRejects(), failing.rejects());
        return this;
    }

    /** Undoes a step that fails, leaves out what depends on it, and goes on with the others. */
    public SeedRun keepGoing() {
        failing = new OnFailure(failing.retries(), true, failing.maxRejects(), failing.rejects());
        return this;
    }

    /**
     * Leaves out rows that the server refuses.
     *
     * @param most how many at most, 1 or more
     * @param file lists them with the reasons, as JSON lines; replaced where it is there
     */
    public SeedRun maxRejects(long most, Path file) {
        if (most < 1) {
            throw new IllegalArgumentException("the number of rejects is " + most + ", below 1");
        }
        failing = new OnFailure(failing.retries(), failing.keepGoing(), most, file);
        return this;
    }

    /** Sets what decides whether the database may be written into; {@link Guard#USUAL} unless this is called. */
    public SeedRun guard(Guard other) {
        guard = other;
        return this;
    }

    /**
     * Fills the database, in one transaction unless it was said otherwise; does nothing where the same rows are there.
     *
     * @return what was done
     * @throws SeedException if it cannot be done; nothing is left behind then, unless its exit code says otherwise
     * @throws IllegalStateException if no database was set
     */
    public Summary run() {
        if (target == null) {
            throw new IllegalStateException("no database: call to(dataSource) before run()");
        }
        if (!ledger && (!atomic || jobs > 1)) {
            throw new IllegalStateException("a run that is not atomic needs the ledger");
        }
        return Execution.run(program, target::getConnection, options(), progress -> {});
    }

    /**
     * Looks whether the run could begin, and writes nothing: the plan against the snapshot it was compiled with, its content
     * files, its row methods on a few rows; where a database was set also the plan against that, and what the role may do.
     *
     * @throws SeedException with what is wrong; its exit code is {@link SeedException#DRIFT} where the database or the snapshot
     *     is another than the plan's, {@link SeedException#REFUSED} where content or rights are in the way
     */
    public void check() {
        if (target == null) {
            new PreviewRows(program, options()).check();
        } else {
            Execution.check(program, target::getConnection, options(true));
        }
    }

    /**
     * {@return why a row is as it is, line by line: its method, its asset, whom that was given to and by which rules, its
     * parents} Without a database; parents that come from one are placeholders.
     *
     * @param table its table; {@code public} where no schema is named
     * @param row its ordinal, from 0
     * @throws SeedException if the plan makes no such row
     */
    public List<String> explain(String table, long row) {
        return new PreviewRows(program, options()).explain(table, row);
    }

    /**
     * {@return rows of a table as the run would make them, without a database}
     *
     * @param rowClass the generated row class of a table the plan fills
     */
    public Preview preview(Class<?> rowClass) {
        return new Preview(new PreviewRows(program, options()), rowClass);
    }

    /**
     * {@return the first rows of every table as the run would make them, without a database}
     *
     * @param most how many of each table, 1 or more
     */
    public List<TablePreview> previews(int most) {
        return new PreviewRows(program, options()).all(most);
    }

    private RunOptions options() {
        return options(dryRun);
    }

    private RunOptions options(boolean undone) {
        return new RunOptions(
                seed,
                RunOptions.numbers(rows, defaultRows, size, scale),
                new TableFilter(List.copyOf(tables), List.copyOf(excluded)),
                undone,
                strict,
                content,
                new LoadOptions(load, analyze, jobs, exclusive),
                new Keeping(ledger, ledgerSchema, onChange, atomic && jobs == 1, commitEvery, lockTimeout),
                new Caution(guard, sizeGiven, onChangeGiven),
                failing);
    }
}
