package dev.seedplan.runtime.internal.regex;

import java.util.ArrayList;
import java.util.List;

/** Reads PostgreSQL's advanced regular expressions (section 9.7.3 of its manual). */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class AreParser {

    private static final Node NOTHING = new Node.Concat(List.of());

    private final String text;
    private final Options options;
    private int at;
    private int groups;
    private boolean localeDecides;

    /** What can stand in front of an expression. */
    private static final class Options {
        boolean anyCase;
        boolean expanded;
        boolean literal;
        boolean dotStopsAtLine;
        boolean linesHaveAnchors;
    }

    /** @param localeDecides whether classes occur that hold different letters in different locales */
    record Parsed(Node node, boolean localeDecides) {}

    private AreParser(String text, boolean anyCase) {
        this.text = text;
        this.options = new Options();
        this.options.anyCase = anyCase;
    }

    static Parsed parse(String pattern, boolean anyCase) {
        AreParser parser = new AreParser(pattern, anyCase);
        try {
            parser.directors();
            Node node = parser.options.literal ? parser.literal() : parser.alternatives();
            if (parser.at < pattern.length()) {
                throw new UnsupportedPatternException("parentheses do not pair in " + pattern);
            }
            return new Parsed(node, parser.localeDecides);
        } catch (IndexOutOfBoundsException e) {
            throw new UnsupportedPatternException("ends too early: " + pattern);
        }
    }

    private void directors() {
        if (text.startsWith("***=")) {
            at = 4;
            options.literal = true;
            return;
        } else if (text.startsWith("***:")) {
            at = 4;
        }
        if (text.startsWith("(?", at) && at + 2 < text.length() && Character.isLetter(text.charAt(at + 2))) {
            for (at += 2; text.charAt(at) != ')'; at++) {
                option(text.charAt(at));
            }
            at++;
        }
    }

    private void option(char c) {
        switch (c) {
            case 'i' -> options.anyCase = true;
            case 'c' -> options.anyCase = false;
            case 'n', 'm' -> {
                options.dotStopsAtLine = true;
                options.linesHaveAnchors = true;
            }
            case 'p' -> options.dotStopsAtLine = true;
            case 'w' -> options.linesHaveAnchors = true;
            case 'x' -> options.expanded = true;
            case 'q' -> options.literal = true;
            case 's' -> {
                options.dotStopsAtLine = false;
                options.linesHaveAnchors = false;
            }
            case 't' -> options.expanded = false;
            default -> throw new UnsupportedPatternException("option " + c + " of " + text);
        }
    }

    private Node literal() {
        List<Node> of = new ArrayList<>();
        while (at < text.length()) {
            of.add(letter(next()));
        }
        return new Node.Concat(of);
    }

    private int next() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private boolean take(String wanted) {
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    private Node letter(int c) {
        localeDecides |= options.anyCase && c > 127;
        return chars(CharSet.of(c));
    }

    private Node chars(CharSet set) {
        return new Node.Chars(options.anyCase ? set.anyCase() : set);
    }

    private Node alternatives() {
        List<Node> of = new ArrayList<>(List.of(branch()));
        while (take("|")) {
            of.add(branch());
        }
        return of.size() == 1 ? of.get(0) : new Node.Or(of);
    }

    private Node branch() {
        List<Node> of = new ArrayList<>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            if (options.expanded && blank()) {
                continue;
            }
            if (take("(?#")) {
                at = text.indexOf(')', at) + 1;
                continue;
            }
            of.add(quantified(atom()));
        }
        return of.size() == 1 ? of.get(0) : new Node.Concat(of);
    }

    private boolean blank() {
        if (Character.isWhitespace(peek())) {
            at++;
            return true;
        } else if (peek() == '#') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
            return true;
        }
        return false;
    }

    private Node quantified(Node atom) {
        int min;
        int max = Integer.MAX_VALUE;
        int c = peek();
        if (c == '*' || c == '+' || c == '?') {
            at++;
            min = c == '+' ? 1 : 0;
            max = c == '?' ? 1 : max;
        } else if (c == '{' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            at++;
            min = number();
            max = min;
            if (take(",")) {
                max = peek() == '}' ? Integer.MAX_VALUE : number();
            }
            if (!take("}")) {
                throw new UnsupportedPatternException("braces do not pair in " + text);
            }
        } else {
            return atom;
        }
        // Greedy or not, the same texts match.
        take("?");
        return new Node.Repeat(atom, min, max);
    }

    private int number() {
        int value = 0;
        while (Character.isDigit(peek())) {
            value = Math.min(100_000, value * 10 + (next() - '0'));
        }
        return value;
    }

    private Node atom() {
        int c = next();
        switch (c) {
            case '(':
                return group();
            case '[':
                if (take("[:<:]]")) {
                    return new Node.Boundary(true, false, false);
                } else if (take("[:>:]]")) {
                    return new Node.Boundary(false, true, false);
                }
                return bracket();
            case '.':
                return new Node.Chars(options.dotStopsAtLine ? CharSet.of('\n').not() : CharSet.PLAIN);
            case '^', '$':
                if (options.linesHaveAnchors) {
                    throw new UnsupportedPatternException("anchors at lines in " + text);
                }
                return c == '^' ? new Node.Begin() : new Node.End();
            case '\\':
                return escape();
            case '*', '+', '?':
                throw new UnsupportedPatternException("nothing to repeat in " + text);
            default:
                return letter(c);
        }
    }

    private Node group() {
        Node of;
        if (take("?:")) {
            of = alternatives();
        } else if (take("?=")) {
            of = new Node.LookAhead(alternatives(), false);
        } else if (take("?!")) {
            of = new Node.LookAhead(alternatives(), true);
        } else if (peek() == '?') {
            throw new UnsupportedPatternException("look-behind in " + text);
        } else {
            int number = ++groups;
            of = new Node.Group(number, alternatives());
        }
        if (!take(")")) {
            throw new UnsupportedPatternException("parentheses do not pair in " + text);
        }
        return of;
    }

    private Node bracket() {
        Bracket bracket = new Bracket(text, at, options.anyCase, options.dotStopsAtLine);
        Node.Chars chars = new Node.Chars(bracket.read());
        at = bracket.end();
        localeDecides |= bracket.localeDecides();
        return chars;
    }

    private Node escape() {
        char c = text.charAt(at);
        switch (c) {
            case 'A':
                at++;
                return new Node.Begin();
            case 'Z':
                at++;
                return new Node.End();
            case 'm', 'M', 'y', 'Y':
                at++;
                return new Node.Boundary(c != 'M', c != 'm', c == 'Y');
            default:
                if (c >= '1' && c <= '9') {
                    int start = at;
                    int number = number();
                    if (number <= 9 || number <= groups) {
                        return new Node.Reference(number);
                    }
                    at = start;
                }
        }
        Escape escape = Escape.at(text, at);
        at = escape.end();
        localeDecides |= escape.localeDecides();
        return escape.localeDecides() || escape.set().size() != 1
                ? new Node.Chars(escape.set())
                : letter(escape.set().at(0));
    }

    /** {@return what matches the empty text} */
    static Node nothing() {
        return NOTHING;
    }
}
