package dev.seedplan.runtime.internal.fill;

import org.jspecify.annotations.Nullable;

/** Rows that foreign keys may point at, numbered from 0. */
interface ParentRows {

    /** {@return how many there are} */
    long size();

    /** {@return how many of them a row of the referring table may point at} */
    default long size(long child) {
        return size();
    }

    /** {@return whether the rows are the referring table's own, so that they come into being with it} */
    default boolean growing() {
        return false;
    }

    /**
     * {@return the value of a column in a row}
     *
     * @param row its number
     * @param column the column's name
     */
    @Nullable
    Object value(long row, String column);
}
