package dev.seedplan.runtime.internal.types;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of an array (array_out and ReadArrayStr in arrayfuncs.c). */
final class ArrayText {

    private ArrayText() {}

    static String of(SqlType.ArrayOf type, List<?> values) {
        StringBuilder text = new StringBuilder();
        append(type.element(), values, delimiter(type.element()), text);
        return text.toString();
    }

    private static void append(SqlType element, List<?> values, char delimiter, StringBuilder text) {
        text.append('{');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(delimiter);
            }
            Object value = values.get(i);
            if (value == null) {
                text.append("NULL");
            } else if (value instanceof List<?> inner && !(element.base() instanceof SqlType.ArrayOf)) {
                append(element, inner, delimiter, text);
            } else {
                String part = ValueText.text(element, value);
                boolean quoted = part.equalsIgnoreCase("NULL") || QuotedText.needed(part, "{}" + delimiter);
                text.append(quoted ? QuotedText.escaped(part) : part);
            }
        }
        text.append('}');
    }

    /** {@return what separates elements ({@code pg_type.typdelim}): a comma for all but two that print commas themselves} */
    static char delimiter(SqlType element) {
        if (element.base() instanceof SqlType.Scalar scalar) {
            if (scalar.is("box")) {
                return ';';
            }
            if ("postgis".equals(scalar.extension())
                    && (scalar.name().name().equals("geometry")
                            || scalar.name().name().equals("geography"))) {
                return ':';
            }
        }
        return ',';
    }

    /** Reads an array, after the bounds that precede it where they do not begin at 1. */
    static List<@Nullable Object> read(SqlType.ArrayOf type, String text) {
        int start = text.startsWith("[") ? text.indexOf('=') + 1 : 0;
        Reader reader = new Reader(type.element(), text, start);
        List<@Nullable Object> list = reader.list();
        if (reader.at != text.length()) {
            throw reader.wrong();
        }
        return list;
    }

    /** One pass over the text. */
    private static final class Reader {

        private final SqlType element;
        private final String text;
        private final char delimiter;
        private int at;

        Reader(SqlType element, String text, int start) {
            this.element = element;
            this.text = text;
            this.delimiter = delimiter(element);
            this.at = start;
        }

        List<@Nullable Object> list() {
            expect('{');
            List<@Nullable Object> list = new ArrayList<>();
            while (peek() != '}') {
                if (!list.isEmpty()) {
                    expect(delimiter);
                }
                list.add(peek() == '{' ? list() : peek() == '"' ? quoted() : plain());
            }
            at++;
            return list;
        }

        private Object quoted() {
            at++;
            StringBuilder part = new StringBuilder();
            while (peek() != '"') {
                at += peek() == '\\' ? 1 : 0;
                part.append(peek());
                at++;
            }
            at++;
            return ValueText.read(element, part.toString());
        }

        private @Nullable Object plain() {
            int start = at;
            while (peek() != delimiter && peek() != '}') {
                at++;
            }
            String part = text.substring(start, at);
            return part.equals("NULL") ? null : ValueText.read(element, part);
        }

        private void expect(char c) {
            if (peek() != c) {
                throw wrong();
            }
            at++;
        }

        private char peek() {
            if (at >= text.length()) {
                throw wrong();
            }
            return text.charAt(at);
        }

        IllegalArgumentException wrong() {
            return new IllegalArgumentException("\"" + text + "\" is not an array as PostgreSQL prints one");
        }
    }
}
