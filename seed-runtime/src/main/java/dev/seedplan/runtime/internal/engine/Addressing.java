package dev.seedplan.runtime.internal.engine;

/** How the rows of a step are addressed. */
sealed interface Addressing {

    /** Rows 0, 1, 2, …: the address is the number. */
    record Roots() implements Addressing {}

    /** Rows from a pool: the address comes from the asset's stable id. */
    record Pool(long[] addresses) implements Addressing {}

    /** Rows made parent by parent: the address comes from the parent's and the place within it. */
    record Children(RowSet parents, Counts counts, Offsets offsets) implements Addressing {}
}
