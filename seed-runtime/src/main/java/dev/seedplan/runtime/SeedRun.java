package dev.seedplan.runtime;

import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.PreviewRows;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.SeedProgram;
import java.util.LinkedHashMap;
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
    private String content = "";

    SeedRun(SeedProgram program) {
        this.program = program;
    }

    /** Sets the database. The run takes one connection of it and gives it back. */
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
     * Fills the database, in one transaction.
     *
     * @return what was done
     * @throws SeedException if it cannot be done; nothing is left behind then, unless its exit code says otherwise
     * @throws IllegalStateException if no database was set
     */
    public Summary run() {
        if (target == null) {
            throw new IllegalStateException("no database: call to(dataSource) before run()");
        }
        return Execution.run(program, target::getConnection, options(), progress -> {});
    }

    /**
     * {@return rows of a table as the run would make them, without a database}
     *
     * @param rowClass the generated row class of a table the plan fills
     */
    public Preview preview(Class<?> rowClass) {
        return new Preview(new PreviewRows(program, options()), rowClass);
    }

    private RunOptions options() {
        return new RunOptions(seed, rows, dryRun, content);
    }
}
