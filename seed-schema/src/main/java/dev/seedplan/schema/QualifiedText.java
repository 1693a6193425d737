package dev.seedplan.schema;

import org.jspecify.annotations.Nullable;

/**
 * A qualified name as one text: {@code public.users}, and with quotes only around a part that holds a dot or a quote:
 * {@code public."a.b"}.
 */
final class QualifiedText {

    private QualifiedText() {}

    static String of(QName name) {
        return part(name.schema()) + "." + part(name.name());
    }

    /** {@return the name that a text stands for; null where it is none} */
    static @Nullable QName parse(String text) {
        int end = endOfPart(text, 0);
        if (end < 0 || end >= text.length() || text.charAt(end) != '.' || endOfPart(text, end + 1) != text.length()) {
            return null;
        }
        return new QName(unquoted(text.substring(0, end)), unquoted(text.substring(end + 1)));
    }

    private static String part(String name) {
        boolean plain = !name.isEmpty() && name.indexOf('.') < 0 && name.indexOf('"') < 0;
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static int endOfPart(String text, int start) {
        if (start >= text.length() || text.charAt(start) != '"') {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            return end == start || text.substring(start, end).indexOf('"') >= 0 ? -1 : end;
        }
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (!doubled) {
                    return i + 1;
                }
                i++;
            }
        }
        return -1;
    }

    private static String unquoted(String part) {
        return part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }
}
