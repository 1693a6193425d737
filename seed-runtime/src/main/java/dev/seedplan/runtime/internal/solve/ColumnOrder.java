package dev.seedplan.runtime.internal.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** In which order the columns of a row get values: those with the least freedom first, then as in the table. */
final class ColumnOrder {

    private ColumnOrder() {}

    static List<String> of(TableRules rules, State state, Set<String> fixed) {
        List<String> first = new ArrayList<>();
        List<String> then = new ArrayList<>();
        for (RuleColumn column : rules.columns()) {
            if (fixed.contains(column.name())) {
                continue;
            }
            Facts facts = state.facts(column.name());
            Set<Object> in = facts.in();
            boolean settled = facts.nullness() == Nullness.NULL || (in != null && in.size() == 1);
            (settled ? first : then).add(column.name());
        }
        first.addAll(then);
        return first;
    }
}
