package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Substitution;
import dev.seedplan.runtime.internal.sql.Truth;
import dev.seedplan.runtime.internal.types.Draws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the values of a row, one column after the other, and tests them all at the end. */
final class Completion {

    /** Candidates for a row; from half of them on nothing natural is tried. */
    private static final int ATTEMPTS = 24;

    private final TableRules rules;
    private final Proposer proposer;

    Completion(TableRules rules, Proposer proposer) {
        this.rules = rules;
        this.proposer = proposer;
    }

    RowResult complete(State chosen, Map<String, @Nullable Object> fixed, Draws draws) {
        State start = chosen.copy();
        if (!Choosing.apply(start, new Wishes(Map.of(), fixed, 0.5), rules)) {
            return new RowResult.Impossible(refused(chosen, fixed), "the values that stand already contradict them");
        }
        List<Condition> failed = List.of();
        String why = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(fixed);
            String missing = fill(start.copy(), values, draws, attempt);
            if (missing != null) {
                // Nothing but relations changes from one candidate to the next.
                if (missing.equals(why) && attempt > ATTEMPTS / 4) {
                    break;
                }
                why = missing;
                continue;
            }
            List<Condition> undecided = new ArrayList<>();
            failed = test(values, undecided);
            if (failed.isEmpty()) {
                return new RowResult.Row(ordered(values), List.copyOf(undecided));
            }
            why = "after " + ATTEMPTS + " candidates";
        }
        return new RowResult.Impossible(failed, why);
    }

    private Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
        rules.columns().forEach(column -> ordered.put(column.name(), values.get(column.name())));
        return ordered;
    }

    private List<Condition> refused(State chosen, Map<String, @Nullable Object> fixed) {
        List<Condition> named = new ArrayList<>();
        for (Condition condition : rules.conditions()) {
            boolean concerned = Substitution.columns(condition.expr()).stream()
                    .anyMatch(column -> fixed.containsKey(column) && contradicts(chosen, column, fixed.get(column)));
            if (concerned) {
                named.add(condition);
            }
        }
        return named;
    }

    private boolean contradicts(State chosen, String column, @Nullable Object value) {
        ColumnType type = rules.type(column);
        return type != null && chosen.contradicts(column, Choosing.fixed(type, value));
    }

    /** {@return what has no value, null if everything has} */
    private @Nullable String fill(State start, Map<String, @Nullable Object> values, Draws draws, int attempt) {
        State state = start;
        for (String column : ColumnOrder.of(rules, state, values.keySet())) {
            State related = related(state, column, values, draws.of(attempt));
            if (related == null) {
                return column + " has no value beside the others";
            }
            state = related;
            Facts facts = state.facts(column);
            ColumnType type = Objects.requireNonNull(rules.type(column));
            if (facts.nullness() == Nullness.NULL) {
                values.put(column, null);
                continue;
            }
            Making making = new Making(rules, column, type, facts);
            Draws here = draws.of(column).of(attempt);
            Object natural = attempt < ATTEMPTS / 2 ? proposer.propose(column, here, attempt) : null;
            Object made = making.value(natural, here);
            if (made == null && facts.nullness() == Nullness.NOT_NULL) {
                return column + " has no value that is " + facts;
            }
            values.put(column, made);
        }
        return null;
    }

    /** The state once relations whose other columns all have values are taken into account; null if there is none. */
    private @Nullable State related(State state, String column, Map<String, @Nullable Object> values, Draws draws) {
        List<Step.Goal> goals = new ArrayList<>();
        for (Step.Relation relation : state.relations()) {
            boolean ready = Substitution.columns(relation.expr()).stream()
                    .allMatch(c -> c.equals(column) || values.containsKey(c));
            if (ready && Substitution.columns(relation.expr()).contains(column)) {
                goals.add(new Step.Goal(with(relation.expr(), values), relation.outcomes()));
            }
        }
        if (goals.isEmpty()) {
            return state;
        }
        Search search = new Search(rules, 1, 500, draws);
        search.run(state, goals);
        return search.found().isEmpty() ? null : search.found().get(0);
    }

    private Expr with(Expr expr, Map<String, @Nullable Object> values) {
        return Substitution.replace(expr, part -> {
            if (!(part instanceof Expr.Column column) || !values.containsKey(column.name())) {
                return null;
            }
            ColumnType type = rules.type(column.name());
            return type == null ? null : new Expr.Known(type.datum(values.get(column.name())));
        });
    }

    private List<Condition> test(Map<String, @Nullable Object> values, List<Condition> undecided) {
        List<Condition> failed = new ArrayList<>();
        for (Condition condition : rules.conditions()) {
            Truth truth = rules.evaluator().test(condition.expr(), column -> {
                ColumnType type = rules.type(column);
                return type == null || !values.containsKey(column) ? Datum.UNDECIDED : type.datum(values.get(column));
            });
            if (truth == Truth.UNDECIDED) {
                undecided.add(condition);
            } else if (!Outcomes.allow(condition.mode().outcomes(), truth)) {
                failed.add(condition);
            }
        }
        return failed;
    }
}
