package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.TextGen;
import dev.seedplan.spi.Bounded;
import dev.seedplan.spi.Permutation;
import dev.seedplan.spi.TextOut;

/**
 * A text that no other row of the table has: base, separator, code, suffix. The code is the row's ordinal in a keyed
 * permutation of 2^30, in 6 of D. Crockford's 32 letters and digits without look-alikes
 * (https://www.crockford.com/base32.html), in lower case. It is never left out: a row that has one only sometimes would
 * change when others come.
 *
 * @param base what it is derived from; cut to fit the column
 * @param separator one ASCII character
 * @param suffix what follows the code, for example {@code @example.com}
 * @param longest the most characters before the suffix, whatever the column allows
 */
record Code(String base, char separator, String suffix, int longest) implements TextGen, Bounded {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 6;
    private static final long DOMAIN = 1L << 30;

    @Override
    public void write(Cell cell, TextOut out) {
        int room = room(cell);
        int end = end(room - 1);
        if (end > 0) {
            out.text(base.subSequence(0, end));
            out.ascii(separator);
        }
        long code = Permutation.at(cell.uniqueKey(), DOMAIN, ordinal(cell));
        for (int shift = 5 * (LENGTH - 1); shift >= 0; shift -= 5) {
            out.ascii(ALPHABET.charAt((int) (code >>> shift) & 31));
        }
        out.text(suffix);
    }

    @Override
    public long capacity(Cell cell) {
        return DOMAIN;
    }

    /** The characters left for base and separator. */
    private int room(Cell cell) {
        int before = cell.maxLength() < 0 ? longest : Math.min(longest, cell.maxLength() - suffix.length());
        if (before < LENGTH) {
            throw new IllegalStateException("a unique text needs " + (LENGTH + suffix.length())
                    + " characters for its code" + (suffix.isEmpty() ? "" : " and \"" + suffix + "\"")
                    + ", but the column holds " + cell.maxLength());
        }
        return before - LENGTH;
    }

    private static long ordinal(Cell cell) {
        if (cell.ordinal() >= DOMAIN) {
            throw new IllegalStateException("a unique text has codes for " + DOMAIN + " rows, but row number "
                    + (cell.ordinal() + 1) + " needs another one");
        }
        return cell.ordinal();
    }

    /** Where the base is cut: within {@code limit} characters of the column, not inside a character, not after a separator. */
    private int end(int limit) {
        if (limit <= 0) {
            return 0;
        }
        // PostgreSQL counts code points.
        int end = base.codePointCount(0, base.length()) <= limit ? base.length() : base.offsetByCodePoints(0, limit);
        while (end > 0 && isSeparator(base.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isSeparator(char character) {
        return character == '-' || character == '.' || character == '_' || character == ' ';
    }
}
