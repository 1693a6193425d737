package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Expr;
import java.util.List;

/** A part of one way to meet a condition. */
sealed interface Step {

    /** A column is like that. */
    record Known(String column, Facts facts) implements Step {}

    /** Something else must be met. */
    record Goal(Expr expr, int outcomes) implements Step {}

    /** Columns stand in a relation, to be met when their values are made. */
    record Relation(Expr expr, int outcomes) implements Step {}

    /** This way leaves solutions out, so that its failure proves nothing. */
    record Partial() implements Step {}

    /** {@return one way with these steps} */
    static List<List<Step>> all(Step... steps) {
        return List.of(List.of(steps));
    }

    /** {@return no way} */
    static List<List<Step>> never() {
        return List.of();
    }

    /** {@return nothing to do} */
    static List<List<Step>> done() {
        return List.of(List.of());
    }
}
