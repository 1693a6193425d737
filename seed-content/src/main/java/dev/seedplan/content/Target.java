package dev.seedplan.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a component takes: how it is made from a field's value, and what it is where there is none. */
sealed interface Target
        permits Converted, Target.BodyText, Target.ListOf, Target.Nested, Target.Single, Target.TextsByName {

    /**
     * {@return the component's value}
     *
     * @param value the field's, which is not {@link Value.Nothing}
     * @param field the field, for messages
     * @param owner the component, for messages
     * @throws Refused if the value is of another type
     */
    Object from(Value value, String field, String owner);

    /** {@return what it takes, for messages} */
    String wanted();

    /** {@return the component's value where the file has none} */
    default @Nullable Object absent() {
        return null;
    }

    /** {@return why there must be a value, null where there need not be one} */
    default @Nullable String neverAbsent() {
        return null;
    }

    /** {@return that a value is not what is wanted} */
    default Refused wrong(Value value, String field, String owner) {
        return new Refused(
                ContentError.WRONG_VALUE,
                value.line(),
                "field " + Shown.quoted(field) + " is " + value.shown() + ", but " + owner + " takes " + wanted());
    }

    /** The text below the front matter. */
    record BodyText() implements Target {
        @Override
        public Object from(Value value, String field, String owner) {
            throw new IllegalStateException("a body is no field");
        }

        @Override
        public String wanted() {
            return "the body";
        }
    }

    /** A single value. */
    record Single(ScalarType type, @Nullable Class<?> primitive) implements Target {
        @Override
        public Object from(Value value, String field, String owner) {
            Object made = value instanceof Value.Scalar scalar && type.takes(scalar.kind())
                    ? type.parse(scalar.text())
                    : null;
            if (made == null) {
                throw wrong(value, field, owner);
            }
            return made;
        }

        @Override
        public String wanted() {
            return type.wanted();
        }

        @Override
        public @Nullable String neverAbsent() {
            return primitive == null ? null : "it is of type " + primitive + ", which cannot be null";
        }
    }

    /** A list, which is empty where there is none. */
    record ListOf(Target element) implements Target {
        @Override
        public Object from(Value value, String field, String owner) {
            List<Value> items;
            if (value instanceof Value.Items list) {
                items = list.items();
            } else if (value instanceof Value.Scalar scalar && scalar.kind() == Value.Kind.ANY) {
                // Front matter says "tags: travel" for a single one.
                items = List.of(value);
            } else {
                throw wrong(value, field, owner);
            }
            List<Object> made = new ArrayList<>(items.size());
            for (Value item : items) {
                String name = field + "[" + made.size() + "]";
                if (item instanceof Value.Nothing) {
                    throw element.wrong(item, name, owner);
                }
                made.add(element.from(item, name, owner));
            }
            return List.copyOf(made);
        }

        @Override
        public String wanted() {
            return "a list, each of them " + element.wanted();
        }

        @Override
        public Object absent() {
            return List.of();
        }
    }

    /** Texts by name, in the file's order; empty where there are none. */
    record TextsByName() implements Target {
        @Override
        public Object from(Value value, String field, String owner) {
            if (!(value instanceof Value.Fields fields)) {
                throw wrong(value, field, owner);
            }
            Target text = new Single(Scalars.TEXT, null);
            Map<String, Object> made = new LinkedHashMap<>();
            fields.fields().forEach((name, item) -> {
                String itemField = field + "." + name;
                made.put(name, text.from(item, itemField, owner));
            });
            return Collections.unmodifiableMap(made);
        }

        @Override
        public String wanted() {
            return "texts by name";
        }

        @Override
        public Object absent() {
            return Map.of();
        }
    }

    /** Named values as a record. */
    record Nested(RecordShape<?> shape) implements Target {
        @Override
        public Object from(Value value, String field, String owner) {
            if (!(value instanceof Value.Fields fields)) {
                throw wrong(value, field, owner);
            }
            return shape.nested(fields, field + ".");
        }

        @Override
        public String wanted() {
            return "an object";
        }
    }
}
