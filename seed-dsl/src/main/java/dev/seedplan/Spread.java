package dev.seedplan;

/** How the pairs of a link table, {@link Per#density}, are spread over the rows of its two parents. */
public enum Spread {
    /** Each row of a parent is in as many pairs as any other of that parent, or in one more. */
    EVEN,
    /** Few rows of either parent are in many pairs, most in few: popular tags, busy users. */
    WEIGHTED,
    /** Rows of the one parent share rows of the other: both fall into groups, and pairs stay within a group. */
    CLUSTERED
}
