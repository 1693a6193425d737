package dev.seedplan.spi;

import dev.seedplan.Cell;

/** Who a row asks for what its method has not set: the runtime. */
public interface RowHost {

    /**
     * Settles a column that is not set: runs the row's method first where that has not happened, then takes the key, the
     * parent's key, the default or the fill. Afterwards the column is set, noted or NULL.
     *
     * @throws IllegalStateException if only the database knows the value
     */
    void settle(Slots row, int column);

    /** Points the row's cell at the row and a column of it, before a noted generator runs. */
    void moveToColumn(Slots row, int column, Cell cell);

    /** {@return how column {@code column} is held} */
    Kind kind(Slots row, int column);

    /** {@return {@code table.column} for messages} */
    String describe(Slots row, int column);
}
