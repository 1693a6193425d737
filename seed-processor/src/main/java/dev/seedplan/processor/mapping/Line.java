package dev.seedplan.processor.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a mapping.
 *
 * @param column the column's name
 * @param value the expression
 * @param tests what the value has to pass
 * @param otherwise what becomes of one that cannot be used
 */
record Line(Expression.Name column, Expression value, List<Test> tests, Otherwise otherwise) {

    /** A test; its arguments come after the value. */
    record Test(Expression.Call call, boolean negated) {}

    /**
     * What becomes of a value that cannot be used.
     *
     * @param skip the row is left out
     * @param value what takes its place; null for nothing
     */
    record Otherwise(boolean skip, @Nullable Expression value) {

        static final Otherwise FAIL = new Otherwise(false, null);
    }
}
