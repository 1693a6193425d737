package dev.seedplan.internal;

import java.util.ArrayList;
import java.util.List;

/** Texts of letters and digits after a pattern. */
public final class Patterns {

    private static final String DIGITS = "0123456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String HEX = Piece.Symbols.HEX;

    private Patterns() {}

    /**
     * {@return a text after a pattern: {@code #} a digit, {@code ?} a capital letter, {@code *} a small letter, {@code %}
     * a digit from 1 to 9, a backslash before a character that stands for itself}
     */
    public static Template of(String pattern) {
        List<Object> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            String alphabet = switch (c) {
                case '#' -> DIGITS;
                case '%' -> DIGITS.substring(1);
                case '?' -> UPPER;
                case '*' -> LOWER;
                default -> "";
            };
            if (alphabet.isEmpty()) {
                boolean escape = c == '\\' && i + 1 < pattern.length();
                literal.append(escape ? pattern.charAt(++i) : c);
                continue;
            }
            flush(literal, pieces);
            pieces.add(new Piece.Symbols(alphabet, 1));
        }
        flush(literal, pieces);
        return Template.of(pieces.toArray());
    }

    private static void flush(StringBuilder literal, List<Object> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(literal.toString());
            literal.setLength(0);
        }
    }

    /** {@return {@code length} characters of an alphabet after a prefix} */
    public static Template random(String prefix, String alphabet, int length) {
        List<Object> pieces = new ArrayList<>();
        pieces.add(prefix);
        // Nine characters of at most 64 have less than 2^62 forms.
        for (int rest = length; rest > 0; rest -= 9) {
            pieces.add(new Piece.Symbols(alphabet, Math.min(9, rest)));
        }
        return Template.of(pieces.toArray());
    }

    /** {@return {@code length} hexadecimal digits after a prefix} */
    public static Template hex(String prefix, int length) {
        return random(prefix, HEX, length);
    }
}
