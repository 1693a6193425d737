package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.load.deferral.LoadMode;

/**
 * How the rows reach the tables.
 *
 * @param mode which constraints wait until the rows are there
 * @param analyze whether the server is to look at the rows afterwards, for its plans
 * @param jobs over how many connections, 1 or more
 * @param exclusive whether nobody else uses the database meanwhile
 */
public record LoadOptions(LoadMode mode, boolean analyze, int jobs, boolean exclusive) {

    /** More connections than that are a slip of the keyboard. */
    public static final int MOST_JOBS = 64;

    /** What is done unless the user says otherwise. */
    public static final LoadOptions USUAL = new LoadOptions(LoadMode.AUTO, true);

    /** Over one connection. */
    public LoadOptions(LoadMode mode, boolean analyze) {
        this(mode, analyze, 1, false);
    }
}
