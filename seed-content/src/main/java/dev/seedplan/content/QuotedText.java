package dev.seedplan.content;

/** Reads a text in single or double quotes, as YAML 1.2 defines them (chapters 7.3.1, 7.3.2 and 5.7). */
final class QuotedText {

    private static final String ESCAPES = "abtnvfre \"/\\N_LP\t";
    private static final String ESCAPED = "\u0007\b\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029\t";

    private final String line;
    private final long number;
    private int at;

    /** Makes one for the quote at a position. */
    QuotedText(String line, int at, long number) {
        this.line = line;
        this.at = at;
        this.number = number;
    }

    /** {@return the text} */
    String read() {
        char quote = line.charAt(at++);
        StringBuilder out = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                if (quote == '"' || at == line.length() || line.charAt(at) != quote) {
                    return wellFormed(out.toString());
                }
                at++;
                out.append(quote);
            } else if (c == '\\' && quote == '"') {
                escape(out);
            } else {
                out.append(c);
            }
        }
        throw bad("a text in quotes does not end on its line");
    }

    /** {@return the position after the closing quote} */
    int end() {
        return at;
    }

    private void escape(StringBuilder out) {
        char c = at < line.length() ? line.charAt(at++) : '\0';
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        int index = ESCAPES.indexOf(c);
        if (index >= 0) {
            out.append(ESCAPED.charAt(index));
        } else if (digits > 0) {
            out.appendCodePoint(hex(c, digits));
        } else if (c == '0') {
            throw new Refused(ContentError.NUL, number, "\\0 stands for the character U+0000");
        } else {
            throw bad("\\" + (c == '\0' ? "" : c) + " is no escape");
        }
    }

    private int hex(char escape, int digits) {
        int end = Math.min(at + digits, line.length());
        String hex = line.substring(at, end);
        boolean isHex = hex.length() == digits && hex.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        long value = isHex ? Long.parseLong(hex, 16) : Long.MAX_VALUE;
        if (value > Character.MAX_CODE_POINT) {
            throw bad("\\" + escape + Shown.cut(hex) + " is no escape");
        }
        if (value == 0) {
            throw new Refused(ContentError.NUL, number, "\\" + escape + hex + " stands for the character U+0000");
        }
        at = end;
        return (int) value;
    }

    /** Half a surrogate pair is no character, and cannot be written in UTF-8. */
    private String wellFormed(String text) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw bad("a text in quotes has half a surrogate pair");
        }
        return text;
    }

    private Refused bad(String what) {
        return new Refused(ContentError.BAD_QUOTES, number, what);
    }
}
