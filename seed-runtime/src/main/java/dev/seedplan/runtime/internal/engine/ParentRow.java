package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.Slots;

/** A row as a child sees it: its columns, and the typed view that a row method takes. */
interface ParentRow {

    /** Moves to the row with that ordinal. */
    void moveTo(long ordinal);

    /** {@return the columns} */
    Slots slots();

    /** {@return the generated row class over them} */
    Object view();
}
