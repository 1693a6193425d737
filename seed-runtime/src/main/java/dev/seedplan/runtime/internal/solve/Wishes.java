package dev.seedplan.runtime.internal.solve;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is settled before an alternative is chosen.
 *
 * @param nullness of columns for which it is decided; {@link Nullness#ANY} says nothing
 * @param values of columns that have theirs already, NULL as null
 * @param nulls where several alternatives would do: 0 for one with as few NULLs as possible, 1 for one with as many, and
 *     anything between for any of them
 */
public record Wishes(Map<String, Nullness> nullness, Map<String, @Nullable Object> values, double nulls) {

    /** Nothing is settled. */
    public static final Wishes NONE = new Wishes(Map.of(), Map.of(), 0.5);

    /** {@return a wish for as few or as many NULLs} */
    public static Wishes nulls(double nulls) {
        return new Wishes(Map.of(), Map.of(), nulls);
    }
}
