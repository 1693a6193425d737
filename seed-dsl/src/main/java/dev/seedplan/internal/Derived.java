package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.DerivedText;
import dev.seedplan.TextGen;
import dev.seedplan.spi.TextOut;

/**
 * A text made from another text of the row: {@code base} and one of several suffixes.
 *
 * @param base what comes first; cut to fit the column
 * @param separator what stands between base and code where the text must be unique
 * @param suffix what follows
 * @param longest the most characters before the suffix
 */
public record Derived(String base, char separator, String suffix, int longest) implements DerivedText {

    // RFC 5321, section 4.5.3.1.1: the part before the @ has at most 64 octets.
    private static final int LOCAL_PART = 64;

    /** {@return the address of someone with that name, on a domain that RFC 2606 reserves} */
    public static Derived email(String name) {
        return new Derived(Slugs.localPart(name), '.', "@example.com", LOCAL_PART);
    }

    /** {@return {@code base} with a code that no other row has} */
    public static TextGen unique(String base) {
        return new Code(base, '-', "", Integer.MAX_VALUE);
    }

    @Override
    public void write(Cell cell, TextOut out) {
        int limit = cell.maxLength() < 0 ? longest : Math.min(longest, Math.max(1, cell.maxLength() - suffix.length()));
        boolean fits = base.codePointCount(0, base.length()) <= limit;
        out.text(fits ? base : base.substring(0, base.offsetByCodePoints(0, limit)));
        out.text(suffix);
    }

    @Override
    public TextGen unique() {
        return new Code(base, separator, suffix, longest);
    }
}
