package dev.seedplan.content;

/** Cuts and counts text by words. */
final class Excerpt {

    private Excerpt() {}

    /** {@return the text's beginning, cut at a word's end where there is one, with an ellipsis where it is longer} */
    static String of(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        // One character is the ellipsis.
        int end = text.offsetByCodePoints(0, longest - 1);
        int cut = end;
        while (cut > 0 && !Character.isWhitespace(text.charAt(cut))) {
            cut--;
        }
        // In scripts without spaces, and in one long word, a hard cut.
        return text.substring(0, cut == 0 ? end : cut).stripTrailing() + "…";
    }

    /** {@return the number of words: runs of letters and digits, apostrophes and hyphens within; each ideograph one} */
    static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isIdeographic(c)) {
                words++;
                inWord = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += inWord ? 0 : 1;
                inWord = true;
            } else {
                boolean joins = (c == '\'' || c == '’' || c == '-') && at < text.length();
                inWord = inWord && joins && Character.isLetterOrDigit(text.codePointAt(at));
            }
        }
        return words;
    }
}
