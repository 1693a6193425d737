package dev.seedplan.content;

import dev.seedplan.spi.ContentException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset's fields as texts, asked for by name.
 *
 * @param fields the fields
 * @param origin what names with {@code $} are about
 */
record FieldsText(Value.Fields fields, Origin origin) {

    /**
     * {@return a field as text, null where there is none}
     *
     * @throws ContentException if it is a list or has fields of its own
     */
    @Nullable
    String text(String field) {
        Value value = value(field);
        if (value == null || value instanceof Value.Nothing) {
            return null;
        }
        if (value instanceof Value.Scalar scalar) {
            return scalar.text();
        }
        throw new ContentException(ContentError.WRONG_VALUE.message(
                origin.file().path(),
                "field " + Shown.quoted(field) + " is " + value.shown() + ", and was asked for as a text"));
    }

    /** {@return a field as texts; empty where there is none} */
    List<String> list(String field) {
        Value value = value(field);
        if (value instanceof Value.Items items) {
            return items.items().stream().map(FieldsText::shown).toList();
        }
        String text = text(field);
        return text == null ? List.of() : List.of(text);
    }

    /** {@return an item of a list as text} */
    static String shown(Value item) {
        return item instanceof Value.Scalar scalar ? scalar.text() : item.shown();
    }

    private @Nullable Value value(String field) {
        if (field.startsWith("$")) {
            try {
                return origin.fact(field);
            } catch (Refused e) {
                throw new ContentException(e.message(origin.file().path()), e);
            }
        }
        Value value = fields.at(field);
        int dot = field.indexOf('.');
        String first = dot < 0 ? "" : field.substring(0, dot);
        // What mappings call it, so that a field can be named alike in both.
        return value == null && (first.equals("frontmatter") || first.equals("json"))
                ? fields.at(field.substring(dot + 1))
                : value;
    }
}
