package dev.seedplan.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One difference between an older and a newer snapshot. */
public sealed interface Change {

    /** {@return what differs} */
    Subject subject();

    /** {@return the change as one line for people, for example {@code added column public.users.email: text}} */
    String text();

    /** Kinds of things that a snapshot describes. */
    enum Kind {
        /** The snapshot itself. */
        SNAPSHOT,
        /** A schema. */
        SCHEMA,
        /** An extension. */
        EXTENSION,
        /** A type. */
        TYPE,
        /** A label of an enum. */
        LABEL,
        /** A sequence. */
        SEQUENCE,
        /** A function or procedure. */
        FUNCTION,
        /** A table. */
        TABLE,
        /** A column of a table. */
        COLUMN,
        /** A constraint of a table. */
        CONSTRAINT,
        /** An index of a table. */
        INDEX,
        /** A trigger of a table. */
        TRIGGER,
        /** A rule of a table. */
        RULE,
        /** A policy of a table. */
        POLICY,
        /** A view. */
        VIEW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A thing that a snapshot describes.
     *
     * @param kind its kind
     * @param name its name; of a function with its arguments; with its schema, but for what has none
     * @param part the name of a table's column, constraint, index and so on, or an enum's label; null for the whole
     */
    record Subject(Kind kind, String name, @Nullable String part) {

        @Override
        public String toString() {
            String owner = name.isEmpty() ? kind.toString() : kind + " " + name;
            return part == null ? owner : owner + "." + part;
        }
    }

    /**
     * Something is new.
     *
     * @param detail what it is like; empty where its name says all
     */
    record Added(Subject subject, String detail) implements Change {

        @Override
        public String text() {
            return "added " + subject + (detail.isEmpty() ? "" : ": " + detail);
        }
    }

    /** Something is gone. */
    record Removed(Subject subject) implements Change {

        @Override
        public String text() {
            return "removed " + subject;
        }
    }

    /**
     * One thing is gone and a like one is new, which is probably the same under another name. A guess: a snapshot knows
     * no history.
     *
     * @param subject the older one
     * @param newName the newer one's name, without its table's
     */
    record Renamed(Subject subject, String newName) implements Change {

        @Override
        public String text() {
            return "renamed " + subject + " to " + newName + " (a guess)";
        }
    }

    /**
     * Something is no longer as it was.
     *
     * @param aspect what about it, for example {@code type}
     * @param before how it was; {@code none} where there was none
     * @param after how it is
     */
    record Altered(Subject subject, String aspect, String before, String after) implements Change {

        private static final int SHOWN = 120;

        @Override
        public String text() {
            return "changed " + subject + ": " + aspect + " was " + shown(before) + ", is " + shown(after);
        }

        private static String shown(String value) {
            String line = value.replaceAll("\\s+", " ");
            return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
        }
    }
}
