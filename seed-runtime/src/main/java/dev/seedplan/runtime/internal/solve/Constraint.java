package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Language;
import dev.seedplan.runtime.internal.sql.Datum;
import java.util.List;

/** What an expression's value, which is not NULL, must be. */
sealed interface Constraint {

    /** In an order with a constant. */
    record Compare(String operator, Datum constant) implements Constraint {}

    /** One of some constants, or none of them. */
    record Among(List<Datum> constants, boolean negated) implements Constraint {}

    /** A text of a language. */
    record In(Language language) implements Constraint {}

    /** A text of so many characters. */
    record Length(int min, int max) implements Constraint {}
}
