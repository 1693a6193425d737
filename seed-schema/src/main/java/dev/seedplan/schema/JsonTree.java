package dev.seedplan.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON document as a tree whose nodes know their place, so that whatever is wrong can be shown where it stands.
 * Jackson's core has no tree, and its databind, which has, would double the processor's jar.
 */
sealed interface JsonTree {

    /** Where a node begins; lines and columns from 1. */
    record Place(int line, int column) {}

    Place place();

    record JsonObject(Place place, Map<String, JsonTree> fields) implements JsonTree {}

    record JsonList(Place place, List<JsonTree> elements) implements JsonTree {}

    record JsonString(Place place, String value) implements JsonTree {}

    record JsonNumber(Place place, long value) implements JsonTree {}

    record JsonFlag(Place place, boolean value) implements JsonTree {}

    /** {@return the root object of a text} */
    static JsonObject parse(String json, String file) {
        String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
        try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new SnapshotException.Malformed(file, 1, 1, "not a JSON object");
            }
            JsonObject root = object(in, file);
            if (in.nextToken() != null) {
                Place place = place(in);
                throw new SnapshotException.Malformed(file, place.line, place.column, "something follows the end");
            }
            return root;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new SnapshotException.Malformed(
                    file,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    "not JSON: " + e.getOriginalMessage());
        }
    }

    private static JsonTree value(JsonParser in, String file) {
        Place place = place(in);
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in, file);
            case START_ARRAY -> {
                List<JsonTree> elements = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(in, file));
                }
                yield new JsonList(place, elements);
            }
            case VALUE_STRING -> new JsonString(place, in.getString());
            case VALUE_NUMBER_INT -> new JsonNumber(place, in.getLongValue());
            case VALUE_TRUE -> new JsonFlag(place, true);
            case VALUE_FALSE -> new JsonFlag(place, false);
            default ->
                throw new SnapshotException.Malformed(
                        file, place.line, place.column, "a snapshot has no value like " + in.getString());
        };
    }

    private static JsonObject object(JsonParser in, String file) {
        Place start = place(in);
        Map<String, JsonTree> fields = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            Place place = place(in);
            String name = in.currentName();
            in.nextToken();
            if (fields.put(name, value(in, file)) != null) {
                throw new SnapshotException.Malformed(
                        file, place.line, place.column, "the field \"" + name + "\" stands there twice");
            }
        }
        return new JsonObject(start, fields);
    }

    private static Place place(JsonParser in) {
        TokenStreamLocation at = in.currentTokenLocation();
        return new Place(at.getLineNr(), at.getColumnNr());
    }
}
