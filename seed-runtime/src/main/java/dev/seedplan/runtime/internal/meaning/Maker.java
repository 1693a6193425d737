package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.Draws;
import org.jspecify.annotations.Nullable;

/** Makes the values of one column, in whatever class is natural; {@link Fit} brings them to the column's type. */
@FunctionalInterface
interface Maker {

    /** {@return the row's value; null where the type alone should decide} */
    @Nullable
    Object make(Draws row, RowView view);
}
