package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on json and jsonb. */
final class JsonAtoms {

    private final TableRules rules;

    JsonAtoms(TableRules rules) {
        this.rules = rules;
    }

    @Nullable
    List<Facts> is(Expr.Is is, boolean truth) {
        return null;
    }

    @Nullable
    List<Facts> operator(Expr left, String operator, Datum constant, boolean truth) {
        return null;
    }

    @Nullable
    List<Facts> value(Expr expr, Constraint constraint) {
        return null;
    }

    @Nullable
    List<Facts> call(Expr.Call call, Constraint constraint) {
        return null;
    }
}
