package dev.seedplan.runtime.internal.types;

import org.jspecify.annotations.Nullable;

/** The text of a range: its bounds, quoted where a character in them has a meaning (range_bound_escape in rangetypes.c). */
public final class RangeText {

    private RangeText() {}

    /**
     * {@return the range from {@code lower} on, up to {@code upper}}
     *
     * @param subtype the type of the bounds
     * @param lower included; null for none
     * @param upper null for none
     * @param closed whether {@code upper} is included
     */
    public static String of(SqlType subtype, @Nullable Object lower, @Nullable Object upper, boolean closed) {
        return (lower == null ? "(" : "[" + bound(subtype, lower)) + ","
                + (upper == null ? ")" : bound(subtype, upper) + (closed ? "]" : ")"));
    }

    private static String bound(SqlType subtype, Object value) {
        String text = ValueText.text(subtype, value);
        return QuotedText.needed(text, "()[],") ? QuotedText.doubled(text) : text;
    }
}
