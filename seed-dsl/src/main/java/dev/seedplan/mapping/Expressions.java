package dev.seedplan.mapping;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What holds the parts of an expression together. */
public final class Expressions {

    private Expressions() {}

    /** {@return the first value, or the second where the first is missing: null, an empty text, an empty list} */
    public static <T> @Nullable T or(@Nullable T value, Supplier<? extends @Nullable T> other) {
        boolean missing = value == null
                || (value instanceof String text && text.isEmpty())
                || (value instanceof Collection<?> items && items.isEmpty());
        return missing ? other.get() : value;
    }

    /** {@return what a function makes of a value; null of a missing one} */
    public static <T, R> @Nullable R with(@Nullable T value, Function<? super T, ? extends @Nullable R> function) {
        return value == null ? null : function.apply(value);
    }
}
