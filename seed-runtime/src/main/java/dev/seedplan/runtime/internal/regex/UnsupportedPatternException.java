package dev.seedplan.runtime.internal.regex;

/** A pattern that is not understood, or whose automaton would be too large. */
public final class UnsupportedPatternException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnsupportedPatternException(String what) {
        super(what);
    }
}
