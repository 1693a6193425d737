package dev.seedplan.schema;

import dev.seedplan.schema.JsonTree.JsonFlag;
import dev.seedplan.schema.JsonTree.JsonList;
import dev.seedplan.schema.JsonTree.JsonNumber;
import dev.seedplan.schema.JsonTree.JsonObject;
import dev.seedplan.schema.JsonTree.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, taken by name and kind; whatever is not as asked for is reported at its place. */
final class Fields {

    private final JsonObject object;
    private final String file;
    private final Set<String> taken = new HashSet<>();

    Fields(JsonObject object, String file) {
        this.object = object;
        this.file = file;
    }

    /** Fails where a field was never asked for. */
    void end() {
        object.fields().forEach((name, value) -> {
            if (!taken.contains(name)) {
                throw malformed(value, "there is no field \"" + name + "\" here");
            }
        });
    }

    String text(String name) {
        String value = textOrNull(name);
        if (value == null) {
            throw malformed(object, "the field \"" + name + "\" is missing");
        }
        return value;
    }

    @Nullable
    String textOrNull(String name) {
        JsonTree value = take(name);
        return value == null ? null : text(name, value);
    }

    QName name(String name) {
        String value = text(name);
        return qualified(name, value, object);
    }

    @Nullable
    QName nameOrNull(String name) {
        String value = textOrNull(name);
        return value == null ? null : qualified(name, value, object);
    }

    boolean flag(String name) {
        JsonTree value = take(name);
        if (value == null || value instanceof JsonFlag) {
            return value != null && ((JsonFlag) value).value();
        }
        throw malformed(value, "\"" + name + "\" must be true or false");
    }

    long number(String name) {
        if (!object.fields().containsKey(name)) {
            throw malformed(object, "the field \"" + name + "\" is missing");
        }
        return number(name, 0);
    }

    long number(String name, long absent) {
        JsonTree value = take(name);
        if (value == null || value instanceof JsonNumber) {
            return value == null ? absent : ((JsonNumber) value).value();
        }
        throw malformed(value, "\"" + name + "\" must be a whole number");
    }

    int smallNumber(String name, int absent) {
        long value = number(name, absent);
        if (value != (int) value) {
            throw malformed(object, "\"" + name + "\" must fit into 32 bits");
        }
        return (int) value;
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String value = text(name);
        for (E constant : type.getEnumConstants()) {
            if (JsonText.camelCase(constant).equals(value)) {
                return constant;
            }
        }
        String known =
                Arrays.stream(type.getEnumConstants()).map(JsonText::camelCase).collect(Collectors.joining(", "));
        throw malformed(object, "\"" + name + "\" is \"" + value + "\" and must be one of " + known);
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type, E absent) {
        return object.fields().containsKey(name) ? oneOf(name, type) : absent;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonTree element : elements(name)) {
            texts.add(text(name, element));
        }
        return List.copyOf(texts);
    }

    List<QName> names(String name) {
        List<QName> names = new ArrayList<>();
        for (JsonTree element : elements(name)) {
            names.add(qualified(name, text(name, element), element));
        }
        return List.copyOf(names);
    }

    Fields object(String name) {
        JsonTree value = take(name);
        if (value == null) {
            throw malformed(object, "the field \"" + name + "\" is missing");
        }
        return fields(name, value);
    }

    <T> List<T> list(String name, Function<Fields, T> element) {
        List<T> list = new ArrayList<>();
        for (JsonTree value : elements(name)) {
            Fields fields = fields(name, value);
            list.add(element.apply(fields));
            fields.end();
        }
        return List.copyOf(list);
    }

    SnapshotException.Malformed malformed(JsonTree at, String problem) {
        return new SnapshotException.Malformed(
                file, at.place().line(), at.place().column(), problem);
    }

    private @Nullable JsonTree take(String name) {
        taken.add(name);
        return object.fields().get(name);
    }

    private List<JsonTree> elements(String name) {
        JsonTree value = take(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonList list) {
            return list.elements();
        }
        throw malformed(value, "\"" + name + "\" must be a list");
    }

    private Fields fields(String name, JsonTree value) {
        if (value instanceof JsonObject nested) {
            return new Fields(nested, file);
        }
        throw malformed(value, "\"" + name + "\" must hold objects");
    }

    private String text(String name, JsonTree value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw malformed(value, "\"" + name + "\" must be a text");
    }

    private QName qualified(String field, String text, JsonTree at) {
        QName name = QualifiedText.parse(text);
        if (name == null) {
            throw malformed(at, "\"" + field + "\" is \"" + text + "\" and must be a name with its schema");
        }
        return name;
    }
}
