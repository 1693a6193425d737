package dev.seedplan.runtime.internal.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of texts. Immutable; equal descriptions are equal.
 *
 * <p>One that is not {@link #isExact() exact} holds only texts that belong to what was meant, but not all of them.
 */
// Some objects exist once.
@SuppressWarnings("ReferenceEquality")
public final class Language {

    private static final Language ANYTHING =
            new Language(Rx.repeat(Rx.chars(CharSet.PLAIN), 0, Integer.MAX_VALUE), true, false);

    private static final Rx ANY_CHARACTER = Rx.chars(CharSet.PLAIN);

    private final Rx rx;
    private final boolean exact;
    private final boolean localeDecides;

    private Language(Rx rx, boolean exact, boolean localeDecides) {
        this.rx = rx;
        this.exact = exact;
        this.localeDecides = localeDecides;
    }

    /** {@return all texts} */
    public static Language anything() {
        return ANYTHING;
    }

    /**
     * {@return the texts that {@code ~} (or {@code ~*}) finds a pattern in}
     *
     * <p>With back-references it is not exact: what a group that is referred to matches is taken from a few samples.
     *
     * @throws UnsupportedPatternException if the pattern is not understood
     */
    public static Language matching(String pattern, boolean anyCase) {
        AreParser.Parsed parsed = AreParser.parse(pattern, anyCase);
        List<Node> ways = References.instances(parsed.node());
        boolean exact = ways.size() == 1 && ways.get(0) == parsed.node();
        Rx rx = Rx.or(ways.stream().map(AreCompiler::search).toList());
        return new Language(rx, exact, parsed.localeDecides());
    }

    /** {@return the texts that are LIKE a pattern (or ILIKE it), whose escape is the backslash} */
    public static Language like(String pattern, boolean anyCase) {
        List<Rx> parts = new ArrayList<>();
        boolean locale = false;
        int[] points = pattern.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (c == '%') {
                parts.add(ANYTHING.rx);
                continue;
            } else if (c == '_') {
                parts.add(ANY_CHARACTER);
                continue;
            } else if (c == '\\') {
                if (++i == points.length) {
                    throw new UnsupportedPatternException(
                            "LIKE pattern must not end with escape character: " + pattern);
                }
                c = points[i];
            }
            locale |= anyCase && c > 127;
            parts.add(Rx.chars(anyCase ? CharSet.of(c).anyCase() : CharSet.of(c)));
        }
        return new Language(concat(parts), true, locale);
    }

    /** {@return only this text} */
    public static Language of(String text) {
        return new Language(Rx.literal(text), true, false);
    }

    /** {@return only these texts} */
    public static Language oneOf(Iterable<String> texts) {
        List<Rx> of = new ArrayList<>();
        texts.forEach(text -> of.add(Rx.literal(text)));
        return new Language(Rx.or(of), true, false);
    }

    /** {@return the texts of these characters, and none but them, of any length} */
    public static Language of(String first, boolean allButThese) {
        CharSet set = set(first);
        return new Language(Rx.repeat(Rx.chars(allButThese ? set.not() : set), 0, Integer.MAX_VALUE), true, false);
    }

    /** {@return the texts of so many characters; {@code max} is {@code Integer.MAX_VALUE} for no limit} */
    public static Language length(int min, int max) {
        return new Language(Rx.repeat(ANY_CHARACTER, min, max), true, false);
    }

    /** {@return the texts that contain this one} */
    public static Language containing(String part) {
        return new Language(concat(List.of(ANYTHING.rx, Rx.literal(part), ANYTHING.rx)), true, false);
    }

    /** {@return the texts that are one of this language followed by one of another} */
    public Language then(Language other) {
        return new Language(Rx.concat(rx, other.rx), exact && other.exact, localeDecides || other.localeDecides);
    }

    /** {@return the texts in both} */
    public Language and(Language other) {
        return new Language(Rx.and(List.of(rx, other.rx)), exact && other.exact, localeDecides || other.localeDecides);
    }

    /** {@return the texts in one of them} */
    public Language or(Language other) {
        return new Language(Rx.or(List.of(rx, other.rx)), exact && other.exact, localeDecides || other.localeDecides);
    }

    /**
     * {@return all other texts}
     *
     * @throws UnsupportedPatternException if this one is not exact
     */
    public Language not() {
        if (!exact) {
            throw new UnsupportedPatternException("the opposite of what is known in part");
        }
        return new Language(Rx.not(rx), true, localeDecides);
    }

    /** {@return the texts whose {@code lower} or {@code upper} is in this language} */
    public Language whoseCaseFolds(boolean toLower) {
        return new Language(Images.unfolded(rx, toLower), exact, true);
    }

    /** {@return the texts that are in this language once characters of {@code blank} are cut off at the ends} */
    public Language whoseTrimmed(String blank, boolean start, boolean end) {
        CharSet set = set(blank);
        Rx edge = Rx.repeat(Rx.chars(set), 0, Integer.MAX_VALUE);
        Rx inner = Rx.chars(set.not());
        Rx trimmed = rx;
        if (start) {
            trimmed = Rx.and(List.of(trimmed, Rx.or(List.of(Rx.EMPTY, Rx.concat(inner, ANYTHING.rx)))));
        }
        if (end) {
            trimmed = Rx.and(List.of(trimmed, Rx.or(List.of(Rx.EMPTY, Rx.concat(ANYTHING.rx, inner)))));
        }
        return new Language(
                concat(List.of(start ? edge : Rx.EMPTY, trimmed, end ? edge : Rx.EMPTY)), exact, localeDecides);
    }

    /** {@return the texts of which {@code length} characters from {@code skipped} on, or what there is of them, are in this language} */
    public Language whosePart(int skipped, int length) {
        Rx window = length == Integer.MAX_VALUE ? rx : Rx.and(List.of(rx, Rx.repeat(ANY_CHARACTER, length, length)));
        Rx full = concat(List.of(
                Rx.repeat(ANY_CHARACTER, skipped, skipped),
                window,
                length == Integer.MAX_VALUE ? Rx.EMPTY : ANYTHING.rx));
        List<Rx> ways = new ArrayList<>(List.of(full));
        if (length != Integer.MAX_VALUE && length > 0) {
            Rx cut = Rx.and(List.of(rx, Rx.repeat(ANY_CHARACTER, 0, length - 1)));
            ways.add(Rx.concat(Rx.repeat(ANY_CHARACTER, skipped, skipped), cut));
        }
        if (skipped > 0 && rx.isNullable()) {
            ways.add(Rx.repeat(ANY_CHARACTER, 0, skipped - 1));
        }
        return new Language(Rx.or(ways), exact, localeDecides);
    }

    /** {@return the texts whose last {@code length} characters, or all there are, are in this language} */
    public Language whoseEnd(int length) {
        Rx full = Rx.concat(ANYTHING.rx, Rx.and(List.of(rx, Rx.repeat(ANY_CHARACTER, length, length))));
        Rx cut = Rx.and(List.of(rx, Rx.repeat(ANY_CHARACTER, 0, Math.max(0, length - 1))));
        return new Language(Rx.or(List.of(full, length == 0 ? full : cut)), exact, localeDecides);
    }

    /** {@return the language with a mark that it is not all that was meant} */
    public Language inPart() {
        return new Language(rx, false, localeDecides);
    }

    /** {@return whether nothing is missing} */
    public boolean isExact() {
        return exact;
    }

    /** {@return whether characters beyond ASCII may belong to it on one server and not on another} */
    public boolean localeDecides() {
        return localeDecides;
    }

    /** {@return whether it holds every text} */
    public boolean isAnything() {
        return rx.equals(ANYTHING.rx) || rx == Rx.ALL;
    }

    Rx rx() {
        return rx;
    }

    private static CharSet set(String characters) {
        CharSet set = CharSet.NONE;
        for (int c : characters.codePoints().toArray()) {
            set = set.or(CharSet.of(c));
        }
        return set;
    }

    private static Rx concat(List<Rx> parts) {
        Rx result = Rx.EMPTY;
        for (int i = parts.size() - 1; i >= 0; i--) {
            result = Rx.concat(parts.get(i), result);
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Language language && rx.equals(language.rx) && exact == language.exact;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {rx, exact});
    }

    @Override
    public String toString() {
        return rx.toString();
    }
}
