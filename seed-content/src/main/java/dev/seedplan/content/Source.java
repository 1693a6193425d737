package dev.seedplan.content;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where an asset comes from, as far as its pool is asked about it later: for facts that its record does not hold, and for
 * messages.
 *
 * @param origin its file and body; null of an asset that was made
 * @param lines gives the line of a field, from 1; 0 where it is not known
 */
record Source(@Nullable Origin origin, ToLongFunction<String> lines) {

    private static final Source MADE = new Source(null, field -> 0);

    /** {@return the source of an asset that comes from no file} */
    static Source made() {
        return MADE;
    }

    /** {@return the source of an asset of which nothing but its first line is kept} */
    static Source at(Origin origin, long line) {
        return new Source(origin, field -> line);
    }

    /** {@return the source of an asset that keeps its fields itself} */
    static Source of(Origin origin, Value.Fields fields) {
        return new Source(origin, field -> lineOf(fields, field));
    }

    /** {@return the line of a field, or of its object where it is not there; 0 for the first, which says nothing} */
    static long lineOf(Value.Fields fields, String field) {
        Value value = fields.at(field);
        long line = value == null ? fields.line() : value.line();
        return value == null && line == 1 ? 0 : line;
    }

    @Nullable
    String fact(String name) {
        Value value = origin == null ? null : origin.fact(name);
        return value instanceof Value.Scalar scalar ? scalar.text() : null;
    }

    String where(String id, String field) {
        long line = field.startsWith("$") ? 0 : lines.applyAsLong(field);
        return origin == null ? id : origin.file().path() + (line == 0 ? "" : ":" + line);
    }
}
