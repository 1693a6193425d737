package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.load.deferral.LoadMode;

/**
 * How the rows reach the tables.
 *
 * @param mode which constraints wait until the rows are there
 * @param analyze whether the server is to look at the rows afterwards, for its plans
 */
public record LoadOptions(LoadMode mode, boolean analyze) {

    /** What is done unless the user says otherwise. */
    public static final LoadOptions USUAL = new LoadOptions(LoadMode.AUTO, true);
}
