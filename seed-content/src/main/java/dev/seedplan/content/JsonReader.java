package dev.seedplan.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON files of one object, or of an array of objects; an array's are read one after the other, so that only one
 * is held as values. Strict JSON, with the limits that Jackson sets by default (of nesting, of the length of names and
 * numbers). The id of an array's object is the file's with its index: {@code content/authors.json#0}.
 */
final class JsonReader<A> implements AssetReader<A> {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    /** What Jackson says to those who can configure it. */
    private static final Pattern ADVICE = Pattern.compile(", from `[^`]*`| \\(not recognized[^)]*\\)");

    private final RecordShape<A> shape;

    JsonReader(RecordShape<A> shape) {
        this.shape = shape;
    }

    @Override
    public void read(String file, byte[] bytes, Loaded<A> into) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), Utf8.text(bytes))) {
            try {
                read(file, parser, into);
            } catch (JacksonException e) {
                throw broken(e, parser);
            }
        }
    }

    private void read(String file, JsonParser parser, Loaded<A> into) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Refused(ContentError.BAD_JSON, 0, "the file is empty");
        }
        if (first == JsonToken.START_ARRAY) {
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                add(file, file + "#" + index, parser, into);
            }
        } else {
            add(file, file, parser, into);
        }
        if (parser.nextToken() != null) {
            throw new Refused(ContentError.NOT_OBJECT, line(parser), "there is more after the end of the first value");
        }
    }

    private void add(String file, String id, JsonParser parser, Loaded<A> into) {
        Value value = value(parser);
        if (!(value instanceof Value.Fields fields)) {
            into.refuse(
                    file,
                    new Refused(
                            ContentError.NOT_OBJECT,
                            value.line(),
                            "there is " + value.shown() + " in place of an object"));
            return;
        }
        A asset = shape.bind(fields, null, refused -> into.refuse(file, refused));
        if (asset != null) {
            into.add(id, asset);
        }
    }

    /** Reads the value at the parser's token; recursion is bounded by the parser's limit of nesting. */
    private static Value value(JsonParser parser) {
        long line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, line);
            case START_ARRAY -> array(parser, line);
            case VALUE_STRING -> string(parser.getString(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Scalar(Value.Kind.NUMBER, parser.getString(), line);
            case VALUE_TRUE, VALUE_FALSE -> new Value.Scalar(Value.Kind.BOOLEAN, parser.getString(), line);
            default -> new Value.Nothing(line);
        };
    }

    private static Value object(JsonParser parser, long line) {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            long nameLine = line(parser);
            parser.nextToken();
            if (fields.put(name, value(parser)) != null) {
                throw new Refused(
                        ContentError.DUPLICATE_FIELD,
                        nameLine,
                        "the field " + Shown.quoted(name) + " is there already");
            }
        }
        return new Value.Fields(fields, line);
    }

    private static Value array(JsonParser parser, long line) {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
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

    private static long line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Refused broken(JacksonException e, JsonParser parser) {
        // Where a limit is exceeded the exception itself does not say where.
        TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        String reason = ADVICE.matcher(Shown.firstLine(e.getOriginalMessage())).replaceAll("");
        return new Refused(ContentError.BAD_JSON, at.getLineNr(), "column " + at.getColumnNr() + ": " + reason);
    }
}
