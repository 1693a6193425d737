package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.TableSpec;

/** Rows that can be parents: those a plan makes, or those the database has. */
sealed interface RowSet extends AddressRun permits TableLayout, ExistingRows {

    /** {@return their table} */
    TableSpec table();

    /** {@return the address of a row} */
    long address(long ordinal, Worker worker);

    /** {@return a cursor of its own over these rows} */
    ParentRow cursor(Worker worker);
}
