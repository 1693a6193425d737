package dev.seedplan.processor.mapping;

/**
 * A word of a mapping's text.
 *
 * @param text the name, the number with its unit, the text without quotes, or the sign
 */
record Token(Kind kind, String text, Position position) {

    enum Kind {
        /** A name; those of facts begin with a dollar. */
        NAME,
        /** A name in double or single quotes, or a text. */
        TEXT,
        NUMBER,
        SIGN,
        /** The end of a line that says something. */
        LINE_END,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    /** {@return it as a message shows it} */
    String shown() {
        return switch (kind) {
            case LINE_END, END -> "the end of the line";
            default -> '"' + text + '"';
        };
    }
}
