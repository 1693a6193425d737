package dev.seedplan.cli;

import dev.seedplan.schema.JsonString;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line, field by field. */
public final class JsonObject {

    private final StringBuilder text = new StringBuilder();

    /** Adds a field; null, numbers, booleans and objects as such, anything else as text. */
    public JsonObject put(String name, @Nullable Object value) {
        text.append(text.isEmpty() ? "{" : ",")
                .append(JsonString.quote(name))
                .append(':')
                .append(value(value));
        return this;
    }

    /** Adds a field with a list. */
    public <T> JsonObject put(String name, Collection<T> values, Function<T, Object> each) {
        return put(
                name,
                new Raw(values.stream().map(each).map(JsonObject::value).collect(Collectors.joining(",", "[", "]"))));
    }

    private record Raw(String json) {}

    private static String value(@Nullable Object value) {
        if (value instanceof Raw raw) {
            return raw.json();
        }
        return value == null || value instanceof Number || value instanceof Boolean || value instanceof JsonObject
                ? String.valueOf(value)
                : JsonString.quote(String.valueOf(value));
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
