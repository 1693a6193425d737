package dev.seedplan;

import org.jspecify.annotations.Nullable;

/**
 * A source of values that may be NULL: what a nullable column takes. Every {@link Gen} is one.
 *
 * <pre>{@code
 * u.bio(sentence().orNull(0.4));
 * u.website(none());
 * }</pre>
 *
 * @param <T> the type of the values
 */
public interface OptionalGen<T> {

    /** {@return the value at the cell, or null} */
    @Nullable
    T valueAt(Cell cell);
}
