package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Substitution;
import dev.seedplan.runtime.internal.types.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a table's conditions can be met, in parts that have no column in common: 100 conditions of two ways
 * each on columns of their own are 100 parts of two, not 2<sup>100</sup> alternatives. Immutable.
 */
public final class Alternatives {

    /** A part with more alternatives than this keeps so many, drawn from all of them. */
    private static final int MOST = 64;

    private static final int BUDGET = 20_000;

    /** Conditions that share columns, and states that meet them. */
    private record Part(Set<String> columns, List<Step.Goal> goals, List<State> states, boolean complete) {}

    private final TableRules rules;
    private final State base;
    private final List<Part> parts;
    private final @Nullable Conflict conflict;

    private Alternatives(TableRules rules, State base, List<Part> parts, @Nullable Conflict conflict) {
        this.rules = rules;
        this.base = base;
        this.parts = parts;
        this.conflict = conflict;
    }

    /** {@return the alternatives of a table} */
    public static Alternatives of(TableRules rules) {
        State base = State.first(rules, true);
        State untouched = Objects.requireNonNull(State.first(rules, false));
        List<Step.Goal> goals = Conflicts.goals(rules.conditions());
        Search settling = new Search(rules, 1, BUDGET, null);
        List<Search.Open> open = base == null ? null : settling.settle(base, goals);
        if (base == null || open == null) {
            return new Alternatives(rules, untouched, List.of(), Conflicts.find(rules));
        }
        List<Part> parts = new ArrayList<>();
        for (List<Step.Goal> together : components(open, base)) {
            Part part = part(rules, base, together);
            if (part.states().isEmpty()) {
                return new Alternatives(rules, untouched, List.of(), Conflicts.find(rules));
            }
            parts.add(part);
        }
        return new Alternatives(rules, base, parts, null);
    }

    private static Part part(TableRules rules, State base, List<Step.Goal> goals) {
        Set<String> columns = new TreeSet<>();
        goals.forEach(goal -> columns.addAll(Substitution.columns(goal.expr())));
        Search search = new Search(rules, MOST, BUDGET, null);
        search.run(base, goals);
        if (search.isComplete()) {
            return new Part(columns, goals, search.found(), true);
        }
        List<State> drawn = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Search one = new Search(rules, 1, BUDGET / 10, new Draws(i));
            one.run(base, goals);
            drawn.addAll(one.found());
        }
        return new Part(columns, goals, drawn.isEmpty() ? search.found() : drawn, false);
    }

    /** Goals that have a column in common, or are joined by a relation. */
    private static List<List<Step.Goal>> components(List<Search.Open> open, State base) {
        List<Set<String>> columns = new ArrayList<>();
        List<List<Step.Goal>> groups = new ArrayList<>();
        for (Search.Open one : open) {
            Set<String> mine = new TreeSet<>(Substitution.columns(one.goal().expr()));
            for (Step.Relation relation : base.relations()) {
                Set<String> related = Substitution.columns(relation.expr());
                if (related.stream().anyMatch(mine::contains)) {
                    mine.addAll(related);
                }
            }
            List<Step.Goal> goals = new ArrayList<>(List.of(one.goal()));
            for (int i = groups.size() - 1; i >= 0; i--) {
                if (columns.get(i).stream().anyMatch(mine::contains)) {
                    mine.addAll(columns.remove(i));
                    goals.addAll(0, groups.remove(i));
                }
            }
            columns.add(mine);
            groups.add(goals);
        }
        return groups;
    }

    /** {@return why no row can exist; empty where rows can} */
    public Optional<Conflict> conflict() {
        return Optional.ofNullable(conflict);
    }

    /**
     * {@return one alternative, chosen by the draws among those that fit the wishes; empty if none fits}
     *
     * @param draws of the row
     */
    public Optional<Choice> choose(Draws draws, Wishes wishes) {
        State state = conflict == null ? base.copy() : null;
        if (state == null || !Choosing.apply(state, wishes, rules)) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Draws here = draws.of(i);
            State chosen = Choosing.pick(part.states(), state, part.columns(), wishes, here);
            if (chosen == null && (!part.complete() || Choosing.touches(wishes, part.columns()))) {
                Search search = new Search(rules, 1, BUDGET, here);
                search.run(state, part.goals());
                chosen = search.found().isEmpty() ? null : search.found().get(0);
            }
            if (chosen == null || !Choosing.merge(state, chosen)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Choice(rules, state));
    }

    /** {@return what holds for a column in every alternative} */
    public Facts facts(String column) {
        return base.facts(column);
    }

    /** {@return the numbered values a column can have by what holds in every alternative; empty if they cannot be numbered} */
    public Optional<ValueDomain> domain(String column) {
        ColumnType type = rules.type(column);
        return type == null ? Optional.empty() : ValueDomain.of(type, base.facts(column), rules);
    }
}
