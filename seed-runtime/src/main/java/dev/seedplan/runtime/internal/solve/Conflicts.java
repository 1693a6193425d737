package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the smallest set of conditions that contradict, by leaving out one after the other. */
final class Conflicts {

    private static final int BUDGET = 5_000;

    private Conflicts() {}

    static List<Step.Goal> goals(List<Condition> conditions) {
        return conditions.stream()
                .map(c -> new Step.Goal(c.expr(), c.mode().outcomes()))
                .toList();
    }

    static Conflict find(TableRules rules) {
        List<Condition> core = new ArrayList<>();
        for (RuleColumn column : rules.columns()) {
            if (column.notNull()) {
                Expr present = new Expr.Is(new Expr.Column(null, column.name()), "NULL", true);
                core.add(new Condition("NOT NULL", column.name() + " NOT NULL", present, Condition.Mode.TRUE));
            }
        }
        core.addAll(rules.conditions());
        boolean proven = contradict(rules, core);
        // NOT NULLs first: what remains then names as few columns as possible.
        for (int i = 0; i < core.size() && proven; ) {
            List<Condition> fewer = new ArrayList<>(core);
            fewer.remove(i);
            if (contradict(rules, fewer)) {
                core = fewer;
            } else {
                i++;
            }
        }
        return new Conflict(List.copyOf(core), proven ? facts(rules, core) : List.of(), proven);
    }

    private static boolean contradict(TableRules rules, List<Condition> conditions) {
        State state = State.first(rules, false);
        if (state == null) {
            return true;
        }
        Search search = new Search(rules, 1, BUDGET, null);
        search.run(state, goals(conditions));
        return search.found().isEmpty() && search.isComplete();
    }

    /** What each condition alone makes of each column it names. */
    private static List<String> facts(TableRules rules, List<Condition> core) {
        List<String> sentences = new ArrayList<>();
        Set<String> columns = new TreeSet<>();
        for (Condition condition : core) {
            State state = State.first(rules, false);
            Set<String> named = Substitution.columns(condition.expr());
            columns.addAll(named);
            Search search = new Search(rules, 1, BUDGET, null);
            if (state == null || search.settle(state, goals(List.of(condition))) == null) {
                sentences.add(condition.text() + " holds for no value");
                continue;
            }
            for (Map.Entry<String, Facts> entry : state.facts().entrySet()) {
                boolean says =
                        named.contains(entry.getKey()) && !entry.getValue().isFree();
                if (says || (named.contains(entry.getKey()) && entry.getValue().nullness() != Nullness.ANY)) {
                    sentences.add(condition.text() + ": " + entry.getKey() + " " + entry.getValue());
                }
            }
        }
        columns.stream()
                .filter(column -> rules.type(column) != null)
                .forEach(column -> sentences.add(column + " is "
                        + java.util.Objects.requireNonNull(rules.type(column))
                                .type()
                                .sql()));
        return List.copyOf(sentences);
    }
}
