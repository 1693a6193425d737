package dev.seedplan.spi;

import dev.seedplan.Cell;
import dev.seedplan.OptionalGen;
import org.jspecify.annotations.Nullable;

/**
 * Texts that fit their column. A generator's value that is too long is drawn again, from other draws of the same cell: a
 * name or a title in full rather than one cut in the middle. Where only long ones come, such as values that are
 * different for each row and so do not depend on draws, the first stays, and is refused with its row.
 */
public final class Fitting {

    private static final int ATTEMPTS = 64;

    /** Apart from the labels that generators give their parts. */
    private static final int FIRST_LABEL = 1 << 24;

    private Fitting() {}

    /** {@return the value at the cell, drawn again where it does not fit the column} */
    public static <T> @Nullable T value(OptionalGen<? extends T> gen, Cell cell) {
        T first = gen.valueAt(cell);
        if (fits(first, cell)) {
            return first;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long mark = cell.enter(FIRST_LABEL + attempt);
            T again = gen.valueAt(cell);
            cell.leave(mark);
            // Another draw may also say NULL, but this row was to have a value.
            if (again != null && fits(again, cell)) {
                return again;
            }
        }
        return first;
    }

    private static boolean fits(@Nullable Object value, Cell cell) {
        int most = cell.maxLength();
        return most < 0
                || !(value instanceof String text)
                || text.length() <= most
                || text.codePointCount(0, text.length()) <= most;
    }
}
