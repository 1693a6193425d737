package dev.seedplan.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as JSON (RFC 8259). */
final class JsonText {

    private JsonText() {}

    static String of(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(JsonText::orNull).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> text(String.valueOf(field.getKey())) + ": " + orNull(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : text(String.valueOf(Conversions.toText(value, "")));
    }

    private static String orNull(Object value) {
        return value == null ? "null" : of(value);
    }

    private static String text(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
