package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Language;
import dev.seedplan.runtime.internal.regex.Texts;

/**
 * What is known of a text, or of the number of bytes of a bytea.
 *
 * @param language what it belongs to
 * @param min in characters
 * @param max in characters; {@code Integer.MAX_VALUE} for no limit
 * @param minBytes in UTF-8
 * @param maxBytes in UTF-8
 */
// Some objects exist once. What looks swapped is meant.
@SuppressWarnings({"ArgumentSelectionDefectChecker", "ReferenceEquality"})
record TextFacts(Language language, int min, int max, int minBytes, int maxBytes) {

    static final TextFacts ANY = new TextFacts(Language.anything(), 0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);

    static TextFacts of(Language language) {
        return new TextFacts(language, 0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    }

    static TextFacts length(int min, int max) {
        return new TextFacts(Language.anything(), min, max, 0, Integer.MAX_VALUE);
    }

    static TextFacts bytes(int min, int max) {
        return new TextFacts(Language.anything(), 0, Integer.MAX_VALUE, min, max);
    }

    TextFacts and(TextFacts other) {
        if (this == ANY || this.equals(other)) {
            return other;
        } else if (other == ANY) {
            return this;
        }
        Language both = language.isAnything()
                ? other.language
                : other.language.isAnything() ? language : language.and(other.language);
        return new TextFacts(
                both,
                Math.max(min, other.min),
                Math.min(max, other.max),
                Math.max(minBytes, other.minBytes),
                Math.min(maxBytes, other.maxBytes));
    }

    boolean isAny() {
        return language.isAnything()
                && min == 0
                && max == Integer.MAX_VALUE
                && minBytes == 0
                && maxBytes == Integer.MAX_VALUE;
    }

    /** Made of characters of one byte, unless the language has none. */
    int shortest() {
        return Math.max(min, minBytes);
    }

    int longest() {
        return Math.min(max, maxBytes);
    }

    Texts texts() {
        return TextsCache.texts(this);
    }
}
