package dev.seedplan.runtime.internal.regex;

import java.util.Locale;

/** Reads a bracket expression, of which the first bracket was taken. */
final class Bracket {

    private final String text;
    private final boolean anyCase;
    private final boolean stopsAtLine;
    private int at;
    private boolean localeDecides;

    Bracket(String text, int at, boolean anyCase, boolean stopsAtLine) {
        this.text = text;
        this.at = at;
        this.anyCase = anyCase;
        this.stopsAtLine = stopsAtLine;
    }

    int end() {
        return at;
    }

    boolean localeDecides() {
        return localeDecides;
    }

    CharSet read() {
        boolean negated = text.charAt(at) == '^';
        if (negated) {
            at++;
        }
        CharSet set = CharSet.NONE;
        boolean first = true;
        while (first || text.charAt(at) != ']') {
            set = set.or(member());
            first = false;
        }
        at++;
        if (anyCase) {
            for (int range : set.ranges()) {
                localeDecides |= range > 127;
            }
            set = set.anyCase();
        }
        if (!negated) {
            return set;
        }
        return stopsAtLine ? set.not().and(CharSet.of('\n').not()) : set.not();
    }

    private CharSet member() {
        if (text.startsWith("[:", at)) {
            int end = text.indexOf(":]", at);
            String name = text.substring(at + 2, end).toUpperCase(Locale.ROOT);
            at = end + 2;
            localeDecides = true;
            for (PosixClass posix : PosixClass.values()) {
                if (posix.name().equals(name)) {
                    return posix.set();
                }
            }
            throw new UnsupportedPatternException("class " + name + " in " + text);
        }
        if (text.charAt(at) == '\\' && "dswDSW".indexOf(text.charAt(at + 1)) >= 0) {
            Escape escape = Escape.at(text, at + 1);
            at = escape.end();
            localeDecides = true;
            return escape.set();
        }
        int low = one();
        if (text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
            at++;
            int high = one();
            if (high < low) {
                throw new UnsupportedPatternException("range in " + text);
            }
            return CharSet.range(low, high);
        }
        return CharSet.of(low);
    }

    private int one() {
        if (text.startsWith("[.", at) || text.startsWith("[=", at)) {
            String close = text.charAt(at + 1) + "]";
            int end = text.indexOf(close, at + 2);
            String inner = text.substring(at + 2, end);
            if (inner.codePointCount(0, inner.length()) != 1) {
                throw new UnsupportedPatternException("collating element " + inner);
            }
            at = end + 2;
            return inner.codePointAt(0);
        }
        if (text.charAt(at) == '\\') {
            Escape escape = Escape.at(text, at + 1);
            at = escape.end();
            return escape.set().at(0);
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }
}
