package dev.seedplan.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON files of one object, or of an array of objects; an array's are read one after the other, so that only one
 * is held as values. Of a file named {@code .jsonl} or {@code .ndjson} each line is an object, {@code x.jsonl:3}. Strict JSON, with the limits that Jackson sets by default (of nesting, of the length of names and
 * numbers). The id of an array's object is the file's with its index: {@code content/authors.json#0}.
 */
final class JsonReader<A> implements AssetReader<A> {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    /** What Jackson says to those who can configure it. */
    private static final Pattern ADVICE = Pattern.compile(", from `[^`]*`| \\(not recognized[^)]*\\)");

    private final FieldsBinding<A> binding;

    JsonReader(FieldsBinding<A> binding) {
        this.binding = binding;
    }

    @Override
    public void read(FileFacts file, Found found, byte[] bytes, Loaded<A> into) {
        String text = Utf8.text(bytes);
        Set<String> keys = new HashSet<>();
        if (file.extension().equals("jsonl") || file.extension().equals("ndjson")) {
            lines(file, text, keys, into);
            return;
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            try {
                read(file, parser, keys, into);
            } catch (JacksonException e) {
                throw broken(e, parser, 0);
            }
        }
    }

    private void lines(FileFacts file, String text, Set<String> keys, Loaded<A> into) {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
                try {
                    parser.nextToken();
                    add(file, ":" + number, value(parser, number - 1), keys, into);
                    if (parser.nextToken() != null) {
                        throw new Refused(ContentError.NOT_OBJECT, number, "there is more after the line's object");
                    }
                } catch (JacksonException e) {
                    throw broken(e, parser, number - 1);
                }
            } catch (Refused e) {
                into.refuse(file.path(), e);
            }
        }
        if (number == 0) {
            throw new Refused(ContentError.BAD_JSON, 0, "the file is empty");
        }
    }

    private void read(FileFacts file, JsonParser parser, Set<String> keys, Loaded<A> into) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Refused(ContentError.BAD_JSON, 0, "the file is empty");
        }
        if (first == JsonToken.START_ARRAY) {
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                add(file, "#" + index, value(parser, 0), keys, into);
            }
        } else {
            add(file, "", value(parser, 0), keys, into);
        }
        if (parser.nextToken() != null) {
            throw new Refused(
                    ContentError.NOT_OBJECT, line(parser, 0), "there is more after the end of the first value");
        }
    }

    private void add(FileFacts file, String place, Value value, Set<String> keys, Loaded<A> into) {
        if (value instanceof Value.Fields fields) {
            binding.addOneOf(file, fields, place, keys, into);
        } else {
            into.refuse(
                    file.path(),
                    new Refused(
                            ContentError.NOT_OBJECT,
                            value.line(),
                            "there is " + value.shown() + " in place of an object"));
        }
    }

    /** Reads the value at the parser's token; recursion is bounded by the parser's limit of nesting. */
    private static Value value(JsonParser parser, long before) {
        long line = line(parser, before);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, line, before);
            case START_ARRAY -> array(parser, line, before);
            case VALUE_STRING -> string(parser.getString(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Scalar(Value.Kind.NUMBER, parser.getString(), line);
            case VALUE_TRUE, VALUE_FALSE -> new Value.Scalar(Value.Kind.BOOLEAN, parser.getString(), line);
            default -> new Value.Nothing(line);
        };
    }

    private static Value object(JsonParser parser, long line, long before) {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            long nameLine = line(parser, before);
            parser.nextToken();
            if (fields.put(name, value(parser, before)) != null) {
                throw new Refused(
                        ContentError.DUPLICATE_FIELD,
                        nameLine,
                        "the field " + Shown.quoted(name) + " is there already");
            }
        }
        return new Value.Fields(fields, line);
    }

    private static Value array(JsonParser parser, long line, long before) {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, before));
        }
        return new Value.Items(items, line);
    }

    private static Value string(String text, long line) {
        if (text.indexOf('\0') >= 0) {
            throw new Refused(ContentError.NUL, line, "a text contains \\u0000");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new Refused(ContentError.BAD_JSON, line, "a text contains half a surrogate pair");
        }
        return new Value.Scalar(Value.Kind.STRING, text, line);
    }

    private static long line(JsonParser parser, long before) {
        return before + parser.currentTokenLocation().getLineNr();
    }

    private static Refused broken(JacksonException e, JsonParser parser, long before) {
        // Where a limit is exceeded the exception itself does not say where.
        TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        String reason = ADVICE.matcher(Shown.firstLine(e.getOriginalMessage())).replaceAll("");
        return new Refused(
                ContentError.BAD_JSON, before + at.getLineNr(), "column " + at.getColumnNr() + ": " + reason);
    }
}
