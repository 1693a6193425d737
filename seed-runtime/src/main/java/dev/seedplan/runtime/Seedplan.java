package dev.seedplan.runtime;

import dev.seedplan.runtime.internal.run.Programs;

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

    /**
     * {@return a run of a plan, still without a database}
     *
     * @throws SeedException if the plan was not compiled with the annotation processor (exit code 2)
     */
    public static SeedRun plan(Class<?> plan) {
        return new SeedRun(Programs.of(plan));
    }
}
