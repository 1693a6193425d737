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
 * @param otherwise its value where the file has none, null for the target's own
 */
record Component(
        String owner,
        List<String> names,
        boolean required,
        Target target,
        @Nullable Object otherwise) {

    /**
     * {@return its value, which is null where the file has none and it may be null}
     *
     * @param path what stands before the field's name in messages
     * @throws Refused if it must have a value, or takes another
     */
    @Nullable
    Object value(Value.Fields fields, @Nullable Origin origin, String path) {
        if (target instanceof Target.BodyText) {
            Prose body = origin == null ? null : origin.body();
            return body(body == null ? null : body.source());
        }
        Map<String, Value> all = fields.fields();
        for (String name : names) {
            Value value = name.startsWith("$") && origin != null ? origin.fact(name) : fields.at(name);
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
        boolean fact = names.get(0).startsWith("$");
        if (!(target instanceof Target.BodyText) && !fact && names.stream().noneMatch(there::contains)) {
            Object unused = absent(line, missing(""), "; " + Shown.suggestion(names.get(0), there));
        }
    }

    private String missing(String path) {
        return "there is no field " + Shown.quoted(path + names.get(0));
    }

    private @Nullable Object absent(long line, String what, String suggestion) {
        if (otherwise != null) {
            return otherwise;
        }
        String why = required ? "it is @Required" : target.neverAbsent();
        if (why != null) {
            throw new Refused(
                    ContentError.MISSING_FIELD, line, what + ", but " + owner + " needs it: " + why + suggestion);
        }
        return target.absent();
    }
}
