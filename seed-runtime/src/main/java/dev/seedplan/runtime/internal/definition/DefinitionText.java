package dev.seedplan.runtime.internal.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pieces of SQL as {@code ruleutils.c} prints it: nothing but blanks, balanced parentheses, and quoted parts. */
public final class DefinitionText {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*|\"([^\"]|\"\")+\"");

    private DefinitionText() {}

    /** {@return the parts of a list, trimmed, at the commas outside parentheses, brackets and quotes} */
    public static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < list.length()) {
            if (list.charAt(at) == ',') {
                parts.add(list.substring(start, at).strip());
                start = at + 1;
            }
            at = after(list, at);
        }
        parts.add(list.substring(start).strip());
        return parts;
    }

    /**
     * {@return where a word stands outside parentheses, brackets and quotes; -1 if nowhere}
     *
     * @param text the text
     * @param word for example {@code " WITH "}, with its blanks
     * @param from where to begin
     */
    public static int find(String text, String word, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.startsWith(word, at)) {
                return at;
            }
            at = after(text, at);
        }
        return -1;
    }

    /** {@return the text without parentheses that enclose all of it, however many} */
    public static String unwrap(String text) {
        String inner = text.strip();
        while (inner.startsWith("(") && after(inner, 0) == inner.length() && inner.endsWith(")")) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /** {@return the name a text is, without its quotes; empty if it is more than a name} */
    public static Optional<String> name(String text) {
        String inner = unwrap(text);
        if (!NAME.matcher(inner).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                inner.startsWith("\"") ? inner.substring(1, inner.length() - 1).replace("\"\"", "\"") : inner);
    }

    /** {@return the text of a constant: a number, a word such as {@code true}, or a string with or without a cast} */
    public static String constant(String text) {
        String inner = unwrap(text);
        int quote = inner.startsWith("'") ? 0 : inner.startsWith("E'") ? 1 : -1;
        if (quote < 0) {
            int cast = inner.indexOf("::");
            return cast < 0 ? inner : unwrap(inner.substring(0, cast));
        }
        int end = after(inner, quote);
        String content = inner.substring(quote + 1, end - 1).replace("''", "'");
        return quote == 0 ? content : content.replace("\\\\", "\\");
    }

    /** {@return the place after what begins at {@code at}: a character, a quoted part, or a part in parentheses} */
    public static int after(String text, int at) {
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            boolean escapes = c == '\'' && at > 0 && text.charAt(at - 1) == 'E';
            int i = at + 1;
            while (i < text.length()) {
                if (escapes && text.charAt(i) == '\\') {
                    i += 2;
                } else if (text.charAt(i) != c) {
                    i++;
                } else if (i + 1 < text.length() && text.charAt(i + 1) == c) {
                    i += 2;
                } else {
                    return i + 1;
                }
            }
            return text.length();
        } else if (c == '(' || c == '[') {
            char closing = c == '(' ? ')' : ']';
            int i = at + 1;
            while (i < text.length() && text.charAt(i) != closing) {
                i = after(text, i);
            }
            return Math.min(i + 1, text.length());
        }
        return at + 1;
    }
}
