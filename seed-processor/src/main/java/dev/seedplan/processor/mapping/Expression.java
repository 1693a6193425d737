package dev.seedplan.processor.mapping;

import java.util.List;

/** An expression of a mapping, as it is written. */
sealed interface Expression {

    /** {@return where it begins} */
    Position position();

    record Text(String value, Position position) implements Expression {}

    /** A number, as written. */
    record Amount(String value, Position position) implements Expression {

        boolean whole() {
            return value.indexOf('.') < 0;
        }
    }

    /** A length of time, in seconds. */
    record Length(long seconds, Position position) implements Expression {}

    record Truth(boolean value, Position position) implements Expression {}

    record Null(Position position) implements Expression {}

    record Items(List<Expression> items, Position position) implements Expression {}

    /** A fact about the asset's file; its name begins with a dollar. */
    record Fact(String name, Position position) implements Expression {}

    /** A field. */
    record Path(List<Name> names, Position position) implements Expression {

        String text() {
            return Name.text(names);
        }
    }

    record Call(List<Name> names, List<Expression> arguments, Position position) implements Expression {

        String name() {
            return Name.text(names);
        }
    }

    /** Alternatives, the first that is not missing counts. */
    record Alternatives(List<Expression> all, Position position) implements Expression {}

    /** A name within a path. */
    record Name(String text, Position position) {

        static String text(List<Name> names) {
            return String.join(".", names.stream().map(Name::text).toList());
        }
    }
}
