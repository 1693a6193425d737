package dev.seedplan.content;

import java.util.ArrayList;
import java.util.List;

/** Reads the values on one line of front matter, as YAML 1.2 defines them (chapters 7.3, 7.4 and 6.6). */
final class ScalarText {

    private static final String RESERVED = "&*!%@`]},";

    private final String line;
    private final long number;
    private final boolean item;
    private int at;
    private boolean empty;

    private ScalarText(String line, long number, boolean item) {
        this.line = line;
        this.number = number;
        this.item = item;
    }

    /** {@return the text of a line with a key} */
    static ScalarText ofField(String line, long number) {
        return new ScalarText(line, number, false);
    }

    /** {@return the text after the dash of an item} */
    static ScalarText ofItem(String line, long number) {
        return new ScalarText(line, number, true);
    }

    /** {@return the key at the beginning, after which the value is next} */
    String key() {
        if (peek() == '"' || peek() == '\'') {
            String key = quoted();
            skipBlank();
            if (peek() != ':') {
                throw FrontMatter.notFlat(number, "has no \"key: value\"");
            }
            at++;
            return key;
        }
        int colon = line.indexOf(':');
        while (colon >= 0 && colon + 1 < line.length() && !isBlank(line.charAt(colon + 1))) {
            colon = line.indexOf(':', colon + 1);
        }
        String key = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
        if (key.isEmpty() || key.contains(" #") || key.startsWith("? ") || "[{|>".indexOf(key.charAt(0)) >= 0) {
            throw FrontMatter.notFlat(number, "has no \"key: value\"");
        }
        if (RESERVED.indexOf(key.charAt(0)) >= 0) {
            throw needsQuotes(key, "begins with " + key.charAt(0));
        }
        at = colon + 1;
        return key;
    }

    /** {@return the value up to the line's end} */
    Value value() {
        skipBlank();
        if (atEnd()) {
            empty = true;
            return new Value.Nothing(number);
        }
        Value value = peek() == '[' ? list() : scalar(false);
        skipBlank();
        if (!atEnd()) {
            throw new Refused(
                    ContentError.BAD_QUOTES,
                    number,
                    "there is more after the value: " + Shown.quoted(line.substring(at)));
        }
        return value;
    }

    /** {@return whether nothing at all was in place of the value, rather than a written null} */
    boolean wasEmpty() {
        return empty;
    }

    private Value list() {
        at++;
        List<Value> items = new ArrayList<>();
        while (true) {
            skipBlank();
            if (atEnd()) {
                throw FrontMatter.notFlat(number, "begins a list that does not end on it");
            }
            if (peek() == ']') {
                at++;
                return new Value.Items(List.copyOf(items), number);
            }
            if (peek() == '[') {
                throw FrontMatter.notFlat(number, "has a list in a list");
            }
            Value item = scalar(true);
            if (!(item instanceof Value.Scalar)) {
                throw FrontMatter.notFlat(number, "has an empty item in its list");
            }
            items.add(item);
            skipBlank();
            if (peek() == ',') {
                at++;
            } else if (peek() != ']' && !atEnd()) {
                throw FrontMatter.notFlat(
                        number, "has a list in which no comma comes before " + Shown.quoted(line.substring(at)));
            }
        }
    }

    private Value scalar(boolean inList) {
        char c = peek();
        if (c == '"' || c == '\'') {
            return text(quoted());
        }
        if (c == '|' || c == '>') {
            throw FrontMatter.notFlat(number, "begins a text of several lines");
        }
        if (c == '{') {
            throw FrontMatter.notFlat(number, "has a nested value");
        }
        if (c == ',' && inList) {
            return new Value.Nothing(number);
        }
        String rest = line.substring(at);
        boolean indicator = "-?:".indexOf(c) >= 0 && (rest.length() == 1 || isBlank(rest.charAt(1)));
        if (indicator || RESERVED.indexOf(c) >= 0) {
            throw needsQuotes(rest, "begins with " + c);
        }
        return plain(inList);
    }

    private Value plain(boolean inList) {
        int start = at;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if ((c == '#' && isBlank(line.charAt(at - 1))) || (inList && (c == ',' || c == ']'))) {
                break;
            }
            if (inList && (c == '[' || c == '{' || c == '}')) {
                throw needsQuotes(line.substring(start), "contains " + c + " in a list");
            }
            boolean last = at + 1 == line.length() || isBlank(line.charAt(at + 1));
            if (c == ':' && (last || (inList && ",[]{}".indexOf(line.charAt(at + 1)) >= 0))) {
                if (item) {
                    throw FrontMatter.notFlat(number, "is an item of a list, and has a field of its own");
                }
                throw needsQuotes(line.substring(start), "contains a colon before a space or at its end");
            }
        }
        String text = line.substring(start, at).stripTrailing();
        return switch (text) {
            case "~", "null", "Null", "NULL" -> new Value.Nothing(number);
            default -> text(text);
        };
    }

    private Value text(String text) {
        return new Value.Scalar(Value.Kind.ANY, text, number);
    }

    private Refused needsQuotes(String value, String why) {
        return new Refused(
                ContentError.NEEDS_QUOTES,
                number,
                Shown.quoted(value) + " " + why + ", which means something else in YAML");
    }

    private String quoted() {
        QuotedText text = new QuotedText(line, at, number);
        String value = text.read();
        at = text.end();
        return value;
    }

    private char peek() {
        return at < line.length() ? line.charAt(at) : '\0';
    }

    /** Whether nothing but a comment is left; a comment follows white space, which the caller has skipped. */
    private boolean atEnd() {
        return at >= line.length() || (line.charAt(at) == '#' && (at == 0 || isBlank(line.charAt(at - 1))));
    }

    private void skipBlank() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
