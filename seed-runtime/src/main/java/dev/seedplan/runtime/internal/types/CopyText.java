package dev.seedplan.runtime.internal.types;

/** The characters that COPY's text format gives a meaning (CopyAttributeOutText in copyto.c). */
final class CopyText {

    private CopyText() {}

    static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char letter = letter(c);
            if (letter != 0 && escaped == null) {
                escaped = new StringBuilder(text.length() + 8).append(text, 0, i);
            }
            if (escaped != null) {
                if (letter != 0) {
                    escaped.append('\\').append(letter);
                } else {
                    escaped.append(c);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static char letter(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '\u000b' -> 'v';
            default -> 0;
        };
    }
}
