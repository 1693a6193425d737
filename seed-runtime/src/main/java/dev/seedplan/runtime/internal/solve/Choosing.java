package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.types.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses among states that are already found. */
final class Choosing {

    private Choosing() {}

    /** {@return whether the state allows what is wished, which is noted in it} */
    static boolean apply(State state, Wishes wishes, TableRules rules) {
        for (Map.Entry<String, Nullness> wish : wishes.nullness().entrySet()) {
            if (!state.add(wish.getKey(), Facts.of(wish.getValue()))) {
                return false;
            }
        }
        for (Map.Entry<String, @Nullable Object> wish : wishes.values().entrySet()) {
            ColumnType type = rules.type(wish.getKey());
            if (type != null && !state.add(wish.getKey(), fixed(type, wish.getValue()))) {
                return false;
            }
        }
        return true;
    }

    /** {@return the facts of a column that has its value} */
    static Facts fixed(ColumnType type, @Nullable Object value) {
        if (value == null) {
            return Facts.of(Nullness.NULL);
        }
        Object key = type.scale().isPresent() || type.isText() ? type.keyOfValue(value) : null;
        return key == null
                ? Facts.of(Nullness.NOT_NULL)
                : Facts.in(List.of(key)).with(Nullness.NOT_NULL);
    }

    static boolean touches(Wishes wishes, Set<String> columns) {
        return columns.stream()
                .anyMatch(
                        c -> wishes.nullness().containsKey(c) || wishes.values().containsKey(c));
    }

    static @Nullable State pick(List<State> states, State with, Set<String> columns, Wishes wishes, Draws draws) {
        List<State> fitting = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        for (State state : states) {
            if (columns.stream().anyMatch(column -> with.contradicts(column, state.facts(column)))) {
                continue;
            }
            long nulls = columns.stream()
                    .filter(column -> state.facts(column).nullness() == Nullness.NULL)
                    .count();
            int rank = wishes.nulls() <= 0 ? (int) nulls : wishes.nulls() >= 1 ? (int) -nulls : 0;
            if (rank < fewest) {
                fitting.clear();
                fewest = rank;
            }
            if (rank == fewest) {
                fitting.add(state);
            }
        }
        return fitting.isEmpty() ? null : fitting.get((int) draws.below(fitting.size()));
    }

    /** {@return whether the state can take over what was chosen for some columns} */
    static boolean merge(State state, State chosen) {
        for (Map.Entry<String, Facts> entry : chosen.facts().entrySet()) {
            if (!state.add(entry.getKey(), entry.getValue())) {
                return false;
            }
        }
        for (Step.Relation relation : chosen.relations()) {
            if (!state.relations().contains(relation)) {
                state.relations().add(relation);
            }
        }
        return true;
    }
}
