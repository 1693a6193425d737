package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Inlining;
import dev.seedplan.runtime.internal.sql.Substitution;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.UserType;
import java.util.ArrayList;
import java.util.List;

/** The checks of a column's domains as conditions on the column. */
final class DomainChecks {

    private DomainChecks() {}

    static List<Condition> of(RuleColumn column, Inlining inlining) {
        List<Condition> conditions = new ArrayList<>();
        Expr self = new Expr.Column(null, column.name());
        SqlType type = column.type();
        while (type instanceof SqlType.Domain domain) {
            String of = " of domain " + domain.name();
            for (UserType.DomainCheck check : domain.checks()) {
                Condition over = Condition.of(check.name() + of, check.expression(), Condition.Mode.CHECK);
                Expr expr = Substitution.replace(inlining.inline(over.expr()), part -> isValue(part) ? self : null);
                conditions.add(new Condition(over.name(), check.expression(), expr, over.mode()));
            }
            if (domain.notNull()) {
                Expr present = new Expr.Is(self, "NULL", true);
                conditions.add(new Condition("NOT NULL" + of, "VALUE IS NOT NULL", present, Condition.Mode.TRUE));
            }
            type = domain.over();
        }
        return conditions;
    }

    private static boolean isValue(Expr part) {
        return part instanceof Expr.Column column
                && column.table() == null
                && column.name().equals("value");
    }
}
