package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.types.ValueText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Defaults that are constants. */
final class Defaults {

    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'(?:::.*)?", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\(?(-?\\d+(?:\\.\\d+)?)\\)?(?:::.*)?");

    private Defaults() {}

    /** {@return the value of a default that is a constant; null if there is none} */
    static @Nullable Object constant(FillColumn column) {
        String text = column.column().defaultExpression();
        if (text == null) {
            return null;
        }
        Matcher string = TEXT.matcher(text);
        Matcher number = NUMBER.matcher(text);
        String value = string.matches()
                ? string.group(1).replace("''", "'")
                : number.matches() ? number.group(1) : text.equals("true") || text.equals("false") ? text : null;
        if (value == null) {
            return null;
        }
        try {
            return ValueText.read(column.type(), value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
