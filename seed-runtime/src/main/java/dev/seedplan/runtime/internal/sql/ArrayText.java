package dev.seedplan.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an array constant of one dimension: <code>{a,"b c",NULL}</code>. */
final class ArrayText {

    private ArrayText() {}

    /** {@return its elements, null where it is not understood} */
    static @Nullable List<@Nullable Object> parse(String text, Function<String, @Nullable Object> element) {
        String trimmed = text.strip();
        if (trimmed.length() < 2 || trimmed.charAt(0) != '{' || !trimmed.endsWith("}")) {
            return null;
        }
        List<@Nullable Object> elements = new ArrayList<>();
        int at = 1;
        int end = trimmed.length() - 1;
        while (at < end) {
            StringBuilder item = new StringBuilder();
            boolean quoted = trimmed.charAt(at) == '"';
            if (quoted) {
                at++;
            }
            while (at < end && (quoted ? trimmed.charAt(at) != '"' : trimmed.charAt(at) != ',')) {
                char c = trimmed.charAt(at);
                if (c == '{' && !quoted) {
                    return null;
                } else if (c == '\\') {
                    at++;
                }
                item.append(trimmed.charAt(at++));
            }
            at += quoted ? 2 : 1;
            String plain = quoted ? item.toString() : item.toString().strip();
            if (!quoted && plain.equalsIgnoreCase("null")) {
                elements.add(null);
                continue;
            }
            Object value = element.apply(plain);
            if (value == null) {
                return null;
            }
            elements.add(value);
        }
        return elements;
    }
}
