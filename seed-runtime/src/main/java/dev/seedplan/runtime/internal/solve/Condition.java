package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.SqlParser;
import dev.seedplan.runtime.internal.sql.SyntaxException;
import dev.seedplan.schema.Constraint;

/**
 * What must hold for a row.
 *
 * @param name for messages, such as a constraint's name
 * @param text the condition as the database prints it
 * @param expr read from it; opaque where it could not be read
 * @param mode what it must be
 */
public record Condition(String name, String text, Expr expr, Mode mode) {

    /** What a condition must be for a row. */
    public enum Mode {
        /** True or NULL: a CHECK. */
        CHECK(Outcomes.TRUE | Outcomes.NULL),
        /** True: the row is in a partial index. */
        TRUE(Outcomes.TRUE),
        /** False or NULL: the row is not in a partial index. */
        NOT_TRUE(Outcomes.FALSE | Outcomes.NULL);

        private final int outcomes;

        Mode(int outcomes) {
            this.outcomes = outcomes;
        }

        int outcomes() {
            return outcomes;
        }
    }

    /** {@return the condition of a CHECK constraint} */
    public static Condition of(Constraint.Check check) {
        return new Condition(check.name(), check.definition(), parsed(check.expression()), Mode.CHECK);
    }

    /** {@return a condition of an expression as {@code pg_get_expr} prints it} */
    public static Condition of(String name, String expression, Mode mode) {
        return new Condition(name, expression, parsed(expression), mode);
    }

    private static Expr parsed(String expression) {
        try {
            return SqlParser.parse(expression);
        } catch (SyntaxException e) {
            return new Expr.Opaque(expression);
        }
    }
}
