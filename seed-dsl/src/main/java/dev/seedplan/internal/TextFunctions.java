package dev.seedplan.internal;

/** What the plain functions on text do. */
public final class TextFunctions {

    // M. Brysbaert, "How many words do we read per minute?" (2019): 238 for English non-fiction, read silently.
    private static final int WORDS_PER_MINUTE = 238;

    private TextFunctions() {}

    /** {@return the text with each word's first letter in upper case} */
    public static String titleCase(String text) {
        StringBuilder title = new StringBuilder(text.length());
        boolean start = true;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            title.appendCodePoint(start ? Character.toTitleCase(c) : c);
            start = Character.isWhitespace(c) || c == '-';
        }
        return title.toString();
    }

    /** {@return at most {@code length} characters, the last one an ellipsis where something was left out} */
    public static String truncate(String text, int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a text of " + length + " characters cannot be made");
        }
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        if (length == 0) {
            return "";
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
    }

    /** {@return how long the text takes to read in whole minutes, at least 1} */
    public static int readMinutes(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            if (!space && !inside) {
                words++;
            }
            inside = !space;
        }
        return Math.max(1, (words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE);
    }
}
