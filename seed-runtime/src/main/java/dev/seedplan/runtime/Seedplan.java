package dev.seedplan.runtime;

import dev.seedplan.runtime.connect.DatabaseUrl;
import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import dev.seedplan.runtime.internal.run.Programs;
import dev.seedplan.runtime.program.SeedProgram;
import javax.sql.DataSource;

/**
 * Runs plans from code.
 *
 * <pre>{@code
 * Summary summary = Seedplan.plan(BlogDemo.class)
 *     .to(dataSource)
 *     .rows("users", 500)
 *     .run();
 * }</pre>
 */
public final class Seedplan {

    private Seedplan() {}

    /** {@return the ledger of a database, in its usual schema {@code seedplan}} */
    public static SeedLedger ledger(DataSource database) {
        return new SeedLedger(database::getConnection, LedgerSchema.DEFAULT_NAME);
    }

    /** {@return the ledger of a database, in its usual schema {@code seedplan}} */
    public static SeedLedger ledger(DatabaseUrl database) {
        return new SeedLedger(database::connect, LedgerSchema.DEFAULT_NAME);
    }

    /**
     * {@return a run of a plan, still without a database}
     *
     * @throws SeedException if the plan was not compiled with the annotation processor (exit code 2)
     */
    public static SeedRun plan(Class<?> plan) {
        return new SeedRun(Programs.of(plan));
    }

    /**
     * {@return the program of a plan, as the annotation processor made it}
     *
     * @throws SeedException if the plan was not compiled with the annotation processor (exit code 2)
     */
    public static SeedProgram program(Class<?> plan) {
        return Programs.of(plan);
    }

    /** {@return a run of a program, still without a database} */
    public static SeedRun run(SeedProgram program) {
        return new SeedRun(program);
    }

    /** {@return a fill of a database that no plan describes} */
    public static FillRequest fill() {
        return new FillRequest();
    }
}
