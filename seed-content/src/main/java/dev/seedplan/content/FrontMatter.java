package dev.seedplan.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Front matter. Read here is the flat part of YAML 1.2 that it nearly always is: lines of {@code key: value} with a value
 * that is plain, in quotes, a list in brackets, or empty and followed by lines of {@code - item}; comments and empty
 * lines. Whatever this reads means the same to a YAML parser, several times slower; whatever else YAML has is left to
 * {@link YamlText}. Types are not decided here: {@code no}, {@code 12:30} and {@code 1.10} are texts until a component
 * says what it takes.
 */
final class FrontMatter {

    private static final String FENCE = "---";

    /**
     * A file, taken apart.
     *
     * @param fields the front matter; empty where there is none
     * @param body what follows it, without the empty lines between
     */
    record Parts(Value.Fields fields, String body) {}

    private final Map<String, Value> fields = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private @Nullable String listKey;
    private long listLine;
    private int listIndent = -1;
    private final List<Value> items = new ArrayList<>();

    private FrontMatter() {}

    /**
     * {@return a markdown file's front matter and body}
     *
     * @throws Refused if the front matter has no end or is no YAML
     */
    static Parts split(String text) {
        int at = lineEnd(text, 0);
        String first = text.substring(0, at).stripTrailing();
        if (first.equals("+++")) {
            throw new Refused(ContentError.BAD_YAML, 1, "the front matter is TOML, between lines of +++");
        }
        if (!first.equals(FENCE)) {
            return new Parts(new Value.Fields(Map.of(), 1), body(text, 0));
        }
        int end = closingFence(text, at);
        String lines = text.substring(Math.min(at + 1, end), end);
        return new Parts(fields(lines), body(text, Math.min(lineEnd(text, end) + 1, text.length())));
    }

    private static Value.Fields fields(String lines) {
        // Before the fast path too, which would read any length.
        YamlText.checkLength(lines);
        try {
            return flat(lines);
        } catch (Refused notFlat) {
            if (notFlat.error() == ContentError.DUPLICATE_FIELD || notFlat.error() == ContentError.NUL) {
                throw notFlat;
            }
            try {
                return any(lines);
            } catch (Refused notYaml) {
                // Where both fail, what is said about one line helps more than what a parser expected there.
                boolean parser = notYaml.error() == ContentError.BAD_YAML;
                throw parser && notFlat.error() != ContentError.BAD_YAML ? notFlat : notYaml;
            }
        }
    }

    private static Value.Fields flat(String lines) {
        FrontMatter parser = new FrontMatter();
        long line = 1;
        for (int at = 0; at < lines.length(); ) {
            int next = lineEnd(lines, at);
            parser.line(lines.substring(at, next).stripTrailing(), ++line);
            at = next + 1;
        }
        parser.endList();
        return new Value.Fields(parser.fields, 1);
    }

    private static Value.Fields any(String lines) {
        List<Value> documents = YamlText.documents(lines, 1);
        Value only = documents.size() == 1 ? documents.get(0) : new Value.Nothing(1);
        if (only instanceof Value.Fields fields) {
            return fields;
        }
        throw new Refused(
                ContentError.BAD_YAML, only.line(), "the front matter is " + only.shown() + ", and has no fields");
    }

    /** Looked for first: where it is missing, that is what is wrong, and not the body's first line. */
    private static int closingFence(String text, int firstEnd) {
        for (int at = text.indexOf("\n---", firstEnd); at >= 0; at = text.indexOf("\n---", at + 1)) {
            if (text.substring(at + 1, lineEnd(text, at + 1)).stripTrailing().equals(FENCE)) {
                return at + 1;
            }
        }
        throw new Refused(
                ContentError.UNCLOSED_FRONT_MATTER, 1, "the front matter that begins here has no closing line of ---");
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', Math.min(from, text.length()));
        return end < 0 ? text.length() : end;
    }

    private static String body(String text, int from) {
        int start = from;
        for (int at = from; at < text.length() && Character.isWhitespace(text.charAt(at)); at++) {
            start = text.charAt(at) == '\n' ? at + 1 : start;
        }
        return text.substring(start);
    }

    private void line(String line, long number) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        if (indent == line.length() || line.charAt(indent) == '#') {
            return;
        }
        String content = line.substring(indent);
        if (content.charAt(0) == '\t') {
            throw notFlat(number, "is indented with a tab");
        }
        if (content.equals("-") || content.startsWith("- ") || content.startsWith("-\t")) {
            item(content.substring(1), indent, number);
        } else if (indent > 0) {
            throw notFlat(number, "is indented, as in a nested value or one of several lines");
        } else {
            endList();
            field(content, number);
        }
    }

    private void item(String content, int indent, long number) {
        if (listKey == null) {
            throw notFlat(number, "is an item of a list that no field above begins");
        }
        if (listIndent < 0) {
            listIndent = indent;
        } else if (listIndent != indent) {
            throw notFlat(number, "is an item of a nested list");
        }
        Value value = ScalarText.ofItem(content, number).value();
        if (!(value instanceof Value.Scalar)) {
            throw notFlat(
                    number, "is an item of a list, and is " + (value instanceof Value.Nothing ? "empty" : "a list"));
        }
        items.add(value);
    }

    private void field(String content, long number) {
        ScalarText text = ScalarText.ofField(content, number);
        String key = text.key();
        if (!keys.add(key)) {
            throw new Refused(
                    ContentError.DUPLICATE_FIELD, number, "the field " + Shown.quoted(key) + " is there already");
        }
        Value value = text.value();
        if (value instanceof Value.Nothing && text.wasEmpty()) {
            listKey = key;
            listLine = number;
        }
        fields.put(key, value);
    }

    private void endList() {
        if (listKey != null && !items.isEmpty()) {
            fields.put(listKey, new Value.Items(List.copyOf(items), listLine));
        }
        listKey = null;
        listIndent = -1;
        items.clear();
    }

    static Refused notFlat(long line, String what) {
        return new Refused(ContentError.BAD_YAML, line, "the line " + what);
    }
}
