package dev.seedplan.content;

import java.util.regex.Pattern;

/** Translates one name of a glob into a regular expression. */
final class GlobPattern {

    private static final String NO_DOT = "(?!\\.)";

    private final String name;
    private final StringBuilder out;
    private int at;

    private GlobPattern(String name, StringBuilder out) {
        this.name = name;
        this.out = out;
    }

    static Pattern of(String name) {
        StringBuilder out = new StringBuilder();
        new GlobPattern(name, out).translate();
        return Pattern.compile(out.toString(), Pattern.DOTALL);
    }

    private void translate() {
        boolean start = true;
        boolean inGroup = false;
        boolean groupAtStart = false;
        while (at < name.length()) {
            int c = name.codePointAt(at);
            at += Character.charCount(c);
            switch (c) {
                case '*' -> wild(start, ".*");
                case '?' -> wild(start, ".");
                case '[' -> wild(start, characters());
                case '{' -> {
                    if (inGroup) {
                        throw Glob.bad("{ stands inside { } in " + name);
                    }
                    if (name.indexOf('}', at) < 0) {
                        throw Glob.bad("{ is not closed in " + name);
                    }
                    inGroup = true;
                    groupAtStart = start;
                    out.append("(?:");
                    continue;
                }
                case '}' -> {
                    if (!inGroup) {
                        throw Glob.bad("} has no { in " + name);
                    }
                    inGroup = false;
                    out.append(")");
                }
                case ']' -> throw Glob.bad("] has no [ in " + name);
                case ',' -> {
                    if (inGroup) {
                        out.append('|');
                        start = groupAtStart;
                        continue;
                    }
                    out.append(',');
                }
                default -> literal(c);
            }
            start = false;
        }
    }

    private void wild(boolean start, String regex) {
        out.append(start ? NO_DOT : "").append(regex);
    }

    private void literal(int c) {
        if (c < 128 && !Character.isLetterOrDigit(c)) {
            out.append('\\');
        }
        out.appendCodePoint(c);
    }

    private String characters() {
        int end = name.indexOf(']', at + 1);
        if (end < 0) {
            throw Glob.bad("[ is not closed in " + name);
        }
        boolean not = name.charAt(at) == '!';
        int[] inside = name.substring(not ? at + 1 : at, end).codePoints().toArray();
        if (inside.length == 0) {
            throw Glob.bad("[ ] is empty in " + name);
        }
        at = end + 1;
        StringBuilder set = new StringBuilder(not ? "[^" : "[");
        for (int i = 0; i < inside.length; i++) {
            boolean range = i + 2 < inside.length && inside[i + 1] == '-';
            int to = range ? inside[i + 2] : inside[i];
            if (to < inside[i]) {
                throw Glob.bad("a range in [ ] runs backwards in " + name);
            }
            set.append(hex(inside[i])).append('-').append(hex(to));
            i += range ? 2 : 0;
        }
        return set.append(']').toString();
    }

    private static String hex(int codePoint) {
        return "\\x{" + Integer.toHexString(codePoint) + "}";
    }
}
