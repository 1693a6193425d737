package dev.seedplan.content;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record, and the field it takes.
 *
 * @param owner it for messages: {@code component title of record Article}
 * @param names the field's names, of which the first that a file has counts
 * @param required whether it is marked so
 */
record Component(String owner, List<String> names, boolean required, Target target) {

    /**
     * {@return its value, which is null where the file has none and it may be null}
     *
     * @param path what stands before the field's name in messages
     * @throws Refused if it must have a value, or takes another
     */
    @Nullable
    Object value(Value.Fields fields, @Nullable String body, String path) {
        if (target instanceof Target.BodyText) {
            return body(body);
        }
        Map<String, Value> all = fields.fields();
        for (String name : names) {
            Value value = all.get(name);
            if (value instanceof Value.Nothing) {
                return absent(value.line(), "field " + Shown.quoted(path + name) + " has no value", "");
            }
            if (value != null) {
                return target.from(value, path + name, owner);
            }
        }
        return absent(fields.line(), missing(path), "; " + Shown.suggestion(names.get(0), all.keySet()));
    }

    private Object body(@Nullable String body) {
        if (body == null || (required && body.isBlank())) {
            throw new Refused(ContentError.MISSING_FIELD, 0, "the body is empty, but " + owner + " is @Required");
        }
        return body;
    }

    /**
     * Checks that the component can have a value at all.
     *
     * @param there the fields that every asset of the file has
     * @param line where they are named
     * @throws Refused if it must have a value, and none of its names is there
     */
    void requireIn(Collection<String> there, long line) {
        if (!(target instanceof Target.BodyText) && names.stream().noneMatch(there::contains)) {
            Object unused = absent(line, missing(""), "; " + Shown.suggestion(names.get(0), there));
        }
    }

    private String missing(String path) {
        return "there is no field " + Shown.quoted(path + names.get(0));
    }

    private @Nullable Object absent(long line, String what, String suggestion) {
        String why = required ? "it is @Required" : target.neverAbsent();
        if (why != null) {
            throw new Refused(
                    ContentError.MISSING_FIELD, line, what + ", but " + owner + " needs it: " + why + suggestion);
        }
        return target.absent();
    }
}
