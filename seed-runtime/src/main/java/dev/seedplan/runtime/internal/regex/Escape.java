package dev.seedplan.runtime.internal.regex;

/**
 * An escape that stands for characters.
 *
 * @param end the place after it
 */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
record Escape(CharSet set, int end, boolean localeDecides) {

    /** @param at the place after the backslash */
    static Escape at(String text, int at) {
        char c = text.charAt(at);
        int end = at + 1;
        switch (c) {
            case 'd', 'D':
                return new Escape(
                        c == 'd'
                                ? PosixClass.DIGIT.set()
                                : PosixClass.DIGIT.set().not(),
                        end,
                        true);
            case 's', 'S':
                return new Escape(
                        c == 's'
                                ? PosixClass.SPACE.set()
                                : PosixClass.SPACE.set().not(),
                        end,
                        true);
            case 'w', 'W':
                CharSet word = PosixClass.ALNUM.set().or(CharSet.of('_'));
                return new Escape(c == 'w' ? word : word.not(), end, true);
            case 'a':
                return one(7, end);
            case 'b':
                return one('\b', end);
            case 'B':
                return one('\\', end);
            case 'e':
                return one(27, end);
            case 'f':
                return one('\f', end);
            case 'n':
                return one('\n', end);
            case 'r':
                return one('\r', end);
            case 't':
                return one('\t', end);
            case 'v':
                return one(11, end);
            case 'c':
                return one(text.charAt(end) & 31, end + 1);
            case 'u', 'U':
                int digits = c == 'u' ? 4 : 8;
                return one(Integer.parseInt(text.substring(end, end + digits), 16), end + digits);
            case 'x', '0':
                int radix = c == 'x' ? 16 : 8;
                int last = end;
                while (last < text.length()
                        && last < end + (c == 'x' ? 8 : 2)
                        && Character.digit(text.charAt(last), radix) >= 0) {
                    last++;
                }
                return one(last == end ? 0 : Integer.parseInt(text.substring(end, last), radix), last);
            default:
                if (Character.isLetterOrDigit(c)) {
                    throw new UnsupportedPatternException("escape \\" + c + " in " + text);
                }
                int point = text.codePointAt(at);
                return one(point, at + Character.charCount(point));
        }
    }

    private static Escape one(int c, int end) {
        if (c == 0) {
            throw new UnsupportedPatternException("NUL");
        }
        return new Escape(CharSet.of(c), end, false);
    }
}
