package dev.seedplan.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a file, before anybody has said what type it is to have: what all formats have in common. Fields keep the
 * file's order.
 */
sealed interface Value {

    /** {@return the line it begins at, from 1} */
    long line();

    /** {@return it as a message shows it} */
    String shown();

    /** What the file says about a scalar's type. */
    enum Kind {
        /** Nothing: front matter and CSV, where the type wanted decides. */
        ANY,
        /** A text in quotes of JSON. */
        STRING,
        /** A number of JSON. */
        NUMBER,
        /** {@code true} or {@code false} of JSON. */
        BOOLEAN
    }

    /** A single value, as its text. */
    record Scalar(Kind kind, String text, long line) implements Value {
        @Override
        public String shown() {
            return kind == Kind.ANY || kind == Kind.STRING ? Shown.quoted(text) : Shown.cut(text);
        }
    }

    /** A list. */
    record Items(List<Value> items, long line) implements Value {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /** Named values. */
    record Fields(Map<String, Value> fields, long line) implements Value {

        /** {@return the field of that name, else what the name leads to as a path with dots; null if there is none} */
        @Nullable
        Value at(String name) {
            Value direct = fields.get(name);
            int dot = direct == null ? name.indexOf('.') : -1;
            if (dot < 0) {
                return direct;
            }
            return fields.get(name.substring(0, dot)) instanceof Fields nested
                    ? nested.at(name.substring(dot + 1))
                    : null;
        }

        @Override
        public String shown() {
            return "an object";
        }
    }

    /** A field without a value, or JSON's null. */
    record Nothing(long line) implements Value {
        @Override
        public String shown() {
            return "nothing";
        }
    }
}
