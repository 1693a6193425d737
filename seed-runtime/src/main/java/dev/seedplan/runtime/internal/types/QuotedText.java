package dev.seedplan.runtime.internal.types;

/** The quotation marks inside the text of arrays, composites and ranges. */
final class QuotedText {

    private QuotedText() {}

    /** {@return whether a part must be quoted: it is empty, or has a blank, a quotation mark, a backslash or one of those} */
    static boolean needed(String text, String special) {
        if (text.isEmpty()) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // What scanner_isspace takes for a blank, and a few that the server may.
            if (c <= ' ' || c == '"' || c == '\\' || special.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the text in quotation marks, those inside and backslashes doubled: as in composites and ranges} */
    static String doubled(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\"\"") + '"';
    }

    /** {@return the text in quotation marks, those inside and backslashes after a backslash: as in arrays and hstore} */
    static String escaped(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
