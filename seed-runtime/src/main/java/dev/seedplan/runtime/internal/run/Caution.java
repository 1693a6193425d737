package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.guard.Guard;

/**
 * What may be done where.
 *
 * @param guard decides which environment a database is, and what may be done to it
 * @param isSizeGiven whether the size was asked for, so that the environment's does not count
 * @param isOnChangeGiven whether it was said what to do where a plan has changed, so that the environment's does not count
 */
public record Caution(Guard guard, boolean isSizeGiven, boolean isOnChangeGiven) {

    /** The usual guard, and everything as the options say. */
    public static final Caution USUAL = new Caution(Guard.USUAL, true, true);
}
