package dev.seedplan.runtime.internal.rules;

/** How often nullable columns are NULL. */
public enum Nulls {
    /** At a rate that suits the column. */
    SOME,
    /** Only where something else demands it. */
    NONE,
    /** Wherever nothing forbids it. */
    ALL
}
