package dev.seedplan.runtime.internal.sql;

/** What a condition is for a row. */
public enum Truth {
    TRUE,
    FALSE,
    NULL,
    /** Only the server knows. */
    UNDECIDED
}
