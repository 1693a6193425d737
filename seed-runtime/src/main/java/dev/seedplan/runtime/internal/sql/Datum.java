package dev.seedplan.runtime.internal.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value with its type.
 *
 * @param type {@link TypeName#key()}; {@code unknown} for a constant that takes the type its place asks for
 * @param value held in one Java class for each type; NULL as null. A numeric that is no number, and only that, is a
 *     {@code Double}
 */
public record Datum(String type, @Nullable Object value) {

    /** What only the server knows. */
    public static final Datum UNDECIDED = new Datum("?", null);

    /** NULL without a type. */
    public static final Datum NULL = new Datum("unknown", null);

    static final Datum TRUE = new Datum("bool", true);

    static final Datum FALSE = new Datum("bool", false);

    /** {@return whether it is a value, NULL included, and not {@link #UNDECIDED}} */
    public boolean isDecided() {
        return !type.equals("?");
    }

    /** {@return whether it is NULL} */
    public boolean isNull() {
        return value == null && isDecided();
    }

    static Datum of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    static Datum text(String text) {
        return new Datum("text", text);
    }

    static Datum integer(long number) {
        return new Datum("int4", number);
    }

    boolean isArray() {
        return type.endsWith("[]");
    }

    String element() {
        return type.substring(0, type.length() - 2);
    }

    @Override
    public String toString() {
        if (value == null) {
            return "NULL";
        } else if (value instanceof List<?> list) {
            return list.stream()
                    .map(e -> new Datum(isArray() ? element() : "unknown", e).toString())
                    .collect(Collectors.joining(", ", "ARRAY[", "]::" + type));
        }
        return type.equals("bool") ? value.toString() : Quoting.string(Values.text(value)) + "::" + type;
    }
}
