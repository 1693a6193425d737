package dev.seedplan.internal;

import dev.seedplan.spi.Mix;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/** Text for addresses: letters and digits in lower case with separators between them. */
public final class Slugs {

    private static final char WORD_END = '-';
    private static final String CODE_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private Slugs() {}

    /** {@return a slug of any script; never empty} See {@code Values.slugify}. */
    public static String slug(String text) {
        String slug = build(text, WORD_END, false);
        return slug.isEmpty() ? "n-" + code(text) : slug;
    }

    /** {@return the part of a mail address before the @: ASCII, with dots; never empty} */
    static String localPart(String name) {
        String local = build(name, '.', true);
        return local.isEmpty() ? "user." + code(name) : local;
    }

    private static String build(String text, char separator, boolean ascii) {
        StringBuilder slug = new StringBuilder(text.length() + 8);
        String decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        boolean gap = false;
        boolean stripMarks = true;
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (isMark(c)) {
                if (!stripMarks && !ascii && !gap) {
                    slug.appendCodePoint(c);
                }
                continue;
            }
            String latin = c < 128 ? null : Transliteration.latin(Character.toLowerCase(c));
            boolean kept =
                    latin != null || (c < 128 ? isAsciiLetterOrDigit(c) : !ascii && Character.isLetterOrDigit(c));
            if (kept) {
                if (gap && !slug.isEmpty()) {
                    slug.append(separator);
                }
                gap = false;
                if (latin != null) {
                    slug.append(latin);
                } else {
                    slug.appendCodePoint(Character.toLowerCase(c));
                }
                stripMarks = losesMarks(c);
            } else if (c != '\'' && c != '’') {
                // An apostrophe joins what stands around it, anything else separates.
                gap = true;
            }
        }
        return isAscii(slug)
                ? slug.toString()
                : Normalizer.normalize(slug, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** In these scripts a mark is an accent; in others, say Devanagari, it is a vowel. */
    private static boolean losesMarks(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.LATIN || script == UnicodeScript.GREEK || script == UnicodeScript.CYRILLIC;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** A stable stand-in for text without a letter or digit. */
    private static String code(String text) {
        long bits = Mix.combine(0, text);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            code.append(CODE_LETTERS.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return code.toString();
    }
}
