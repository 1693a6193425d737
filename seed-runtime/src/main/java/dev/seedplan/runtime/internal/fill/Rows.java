package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillTable;
import org.jspecify.annotations.Nullable;

/** The rows to send to a table. */
interface Rows {

    FillTable table();

    /** {@return the places of the columns that are sent} */
    int[] sent();

    long size();

    /** {@return a row's values, one for each column of the table} */
    @Nullable
    Object[] row(long number);
}
