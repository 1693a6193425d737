package dev.seedplan.runtime.internal.sql;

/** A token with the place in the text where it starts and ends. */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        /** Not quoted, in lower case. */
        WORD,
        QUOTED,
        STRING,
        BITS,
        NUMBER,
        OPERATOR,
        PARAMETER,
        PUNCTUATION,
        END
    }

    boolean is(String other) {
        return text.equals(other) && (kind == Kind.WORD || kind == Kind.PUNCTUATION || kind == Kind.OPERATOR);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }
}
