package dev.seedplan.runtime.internal.engine;

import org.jspecify.annotations.Nullable;

/** How the rows of a step are addressed. */
sealed interface Addressing {

    /** Rows 0, 1, 2, …: the address is the number. */
    record Roots() implements Addressing {}

    /**
     * Rows from a pool: the address comes from the asset's stable id.
     *
     * @param dealt how they are distributed over a parent's rows; null where they are not
     */
    record Pool(long[] addresses, @Nullable Dealt dealt) implements Addressing {}

    /**
     * Rows made parent by parent: the address comes from the parent's and the place within it.
     *
     * @param pairs of a link table how its rows are paired with the other parent's; null otherwise
     */
    record Children(
            RowSet parents,
            Counts counts,
            Offsets offsets,
            @Nullable Pairs pairs) implements Addressing {}

    /** The pairs of a link table: with which foreign key, with which rows, and which. */
    record Pairs(String foreignKey, RowSet others, Pairing pairing) {}
}
