package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on arrays. */
final class ArrayAtoms {

    private final TableRules rules;

    ArrayAtoms(TableRules rules) {
        this.rules = rules;
    }

    @Nullable
    List<Facts> operator(Expr left, String operator, Datum constant, boolean truth) {
        return null;
    }

    @Nullable
    List<Facts> quantified(Expr.Quantified quantified, boolean truth) {
        return null;
    }

    @Nullable
    List<Facts> call(Expr.Call call, Constraint constraint) {
        return null;
    }
}
