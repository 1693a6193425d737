package dev.seedplan.runtime.internal.meaning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is decided of a row before a value for another of its columns is asked for. */
public interface RowView {

    /** A row of which nothing is decided, the first of its table. */
    RowView EMPTY = new RowView() {};

    /** {@return whether the column's value is decided; {@code NULL} too is a decision} */
    default boolean has(String column) {
        return false;
    }

    /** {@return the column's value, as package {@code types} holds it; null for NULL and where nothing is decided} */
    default @Nullable Object get(String column) {
        return null;
    }

    /** {@return the row's place in its table, from 0} */
    default long ordinal() {
        return 0;
    }

    /** {@return the latest time at which one of the row's parents came to be; null where there is none} */
    default @Nullable Instant notBefore() {
        return null;
    }
}
