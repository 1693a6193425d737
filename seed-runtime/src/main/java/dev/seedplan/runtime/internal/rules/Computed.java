package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.solve.Condition;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.SqlParser;
import dev.seedplan.runtime.internal.sql.Substitution;
import dev.seedplan.runtime.internal.sql.SyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The generated columns of a table: what is demanded of them is demanded of what they are computed from.
 *
 * @param expressions by column
 * @param mandatory the conditions that come from their being NOT NULL
 */
record Computed(Map<String, Expr> expressions, List<Condition> mandatory) {

    static Computed of(FillTable table) {
        Map<String, Expr> expressions = new LinkedHashMap<>();
        List<Condition> mandatory = new ArrayList<>();
        for (FillColumn column : table.columns()) {
            String text = column.column().generated();
            if (text == null) {
                continue;
            }
            expressions.put(column.name(), parsed(text));
            if (column.notNull()) {
                mandatory.add(
                        Condition.of(column.name() + " NOT NULL", "((" + text + ") IS NOT NULL)", Condition.Mode.TRUE));
            }
        }
        return new Computed(expressions, mandatory);
    }

    private static Expr parsed(String text) {
        try {
            return SqlParser.parse(text);
        } catch (SyntaxException e) {
            return new Expr.Opaque(text);
        }
    }

    /** {@return the conditions with generated columns replaced by what they are computed from, and those that come with them} */
    List<Condition> conditions(List<Condition> of) {
        if (expressions.isEmpty()) {
            return of;
        }
        List<Condition> all = new ArrayList<>();
        for (Condition condition : of) {
            Expr expr = Substitution.replace(
                    condition.expr(), part -> part instanceof Expr.Column c ? expressions.get(c.name()) : null);
            all.add(new Condition(condition.name(), condition.text(), expr, condition.mode()));
        }
        mandatory.stream()
                .filter(m -> of.stream().noneMatch(c -> c.name().equals(m.name())))
                .forEach(all::add);
        return all;
    }
}
