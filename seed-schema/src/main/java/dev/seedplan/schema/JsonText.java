package dev.seedplan.schema;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the snapshot's layout. Written here rather than with a library's pretty printer since the layout (which
 * objects stand on one line) and the bytes are part of the format: they are diffed, merged and hashed.
 */
final class JsonText {

    private static final class Level {
        final boolean lines;
        boolean empty = true;

        Level(boolean lines) {
            this.lines = lines;
        }
    }

    private final StringBuilder out = new StringBuilder(1 << 12);
    private final Deque<Level> levels = new ArrayDeque<>();
    private final boolean pretty;

    private JsonText(boolean pretty) {
        this.pretty = pretty;
    }

    static JsonText onLines() {
        return new JsonText(true);
    }

    static JsonText compact() {
        return new JsonText(false);
    }

    /** An object with one field per line. */
    void block(Runnable fields) {
        nested('{', true, fields, '}');
    }

    /** An object on one line. */
    void inline(Runnable fields) {
        nested('{', false, fields, '}');
    }

    void field(String name, String value) {
        key(name);
        string(value);
    }

    void optional(String name, @Nullable String value) {
        if (value != null) {
            field(name, value);
        }
    }

    void optional(String name, @Nullable QName value) {
        if (value != null) {
            field(name, QualifiedText.of(value));
        }
    }

    void field(String name, QName value) {
        field(name, QualifiedText.of(value));
    }

    void field(String name, long value) {
        key(name);
        out.append(value);
    }

    /** A flag that is left out where it is false. */
    void flag(String name, boolean value) {
        if (value) {
            key(name);
            out.append("true");
        }
    }

    /** A name of an enum's constant in camel case: {@code SET_NULL} as {@code setNull}. */
    void field(String name, Enum<?> value) {
        field(name, camelCase(value));
    }

    void field(String name, Runnable value) {
        key(name);
        value.run();
    }

    /** Strings on one line; left out where there are none. */
    void strings(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            key(name);
            nested('[', false, () -> values.forEach(this::element), ']');
        }
    }

    /** Strings, each on its own line; left out where there are none. */
    void stringLines(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            key(name);
            nested('[', true, () -> values.forEach(this::element), ']');
        }
    }

    /** Elements one per line; left out where there are none. */
    <T> void list(String name, Collection<T> values, Consumer<T> element) {
        list(name, values, element, true);
    }

    <T> void list(String name, Collection<T> values, Consumer<T> element, boolean lines) {
        if (!values.isEmpty()) {
            key(name);
            nested(
                    '[',
                    lines,
                    () -> values.forEach(v -> {
                        separate();
                        element.accept(v);
                    }),
                    ']');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }

    static String camelCase(Enum<?> value) {
        StringBuilder name = new StringBuilder();
        for (String word : value.name().split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return name.toString();
    }

    private void element(String value) {
        separate();
        string(value);
    }

    private void key(String name) {
        separate();
        string(name);
        out.append(pretty ? ": " : ":");
    }

    private void nested(char open, boolean lines, Runnable content, char close) {
        out.append(open);
        levels.push(new Level(lines));
        content.run();
        Level level = levels.pop();
        if (level.lines && !level.empty) {
            newLine();
        }
        out.append(close);
    }

    private void separate() {
        Level level = levels.element();
        if (!level.empty) {
            out.append(pretty && !level.lines ? ", " : ",");
        }
        level.empty = false;
        if (level.lines) {
            newLine();
        }
    }

    private void newLine() {
        if (pretty) {
            out.append('\n').append("  ".repeat(levels.size()));
        }
    }

    private void string(String value) {
        out.append(JsonString.quote(value));
    }
}
