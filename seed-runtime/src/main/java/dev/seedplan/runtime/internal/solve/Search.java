package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.types.Draws;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for states that meet goals: what leaves no choice is done first, then a way is tried for the goal with the fewest
 * ways left, and so on, back at contradictions.
 */
// Some objects exist once.
@SuppressWarnings("ReferenceEquality")
final class Search {

    private final Decomposition decomposition;
    private final int mostStates;
    private final @Nullable Draws order;
    private int budget;
    private boolean partial;
    private final List<State> found = new ArrayList<>();

    /**
     * A search.
     *
     * @param mostStates to find
     * @param budget how many choices may be tried
     * @param order decides which ways come first; null for the order as written
     */
    Search(TableRules rules, int mostStates, int budget, @Nullable Draws order) {
        this.decomposition = new Decomposition(rules);
        this.mostStates = mostStates;
        this.budget = budget;
        this.order = order;
    }

    /** A goal with several ways left. */
    record Open(Step.Goal goal, List<List<Step>> ways) {}

    List<State> found() {
        return found;
    }

    /** {@return whether there is no other state than those found} */
    boolean isComplete() {
        return budget > 0 && found.size() < mostStates && !partial;
    }

    /** {@return the goals left once all that leaves no choice is done, which changes the state; null at a contradiction} */
    @Nullable
    List<Open> settle(State state, List<Step.Goal> goals) {
        Deque<Step.Goal> queue = new ArrayDeque<>(goals);
        List<Open> open = new ArrayList<>();
        while (true) {
            boolean changed = false;
            while (!queue.isEmpty()) {
                Step.Goal goal = queue.poll();
                List<List<Step>> ways = possible(state, decomposition.ways(goal));
                if (ways.isEmpty()) {
                    partial |= state.isPartial();
                    return null;
                } else if (ways.size() == 1) {
                    changed = true;
                    if (!apply(state, ways.get(0), queue)) {
                        partial |= state.isPartial();
                        return null;
                    }
                } else {
                    open.add(new Open(goal, ways));
                }
            }
            List<Open> still = new ArrayList<>();
            for (Open one : open) {
                List<List<Step>> ways = changed ? possible(state, one.ways()) : one.ways();
                if (ways.isEmpty()) {
                    partial |= state.isPartial();
                    return null;
                } else if (ways.size() == 1) {
                    if (!apply(state, ways.get(0), queue)) {
                        partial |= state.isPartial();
                        return null;
                    }
                } else {
                    still.add(new Open(one.goal(), ways));
                }
            }
            open = still;
            narrow(state, queue);
            if (queue.isEmpty() && !changed) {
                break;
            }
        }
        if (!Bounds.hold(state)) {
            partial |= state.isPartial();
            return null;
        }
        return open;
    }

    private static void narrow(State state, Deque<Step.Goal> queue) {
        for (Step.Relation relation : List.copyOf(state.relations())) {
            Expr narrowed = state.narrowed(relation.expr());
            if (narrowed != null) {
                state.relations().remove(relation);
                queue.add(new Step.Goal(narrowed, relation.outcomes()));
            }
        }
    }

    private static List<List<Step>> possible(State state, List<List<Step>> ways) {
        List<List<Step>> possible = new ArrayList<>();
        for (List<Step> way : ways) {
            if (way.stream()
                    .noneMatch(
                            s -> s instanceof Step.Known known && state.contradicts(known.column(), known.facts()))) {
                possible.add(way);
            }
        }
        return possible;
    }

    private static boolean apply(State state, List<Step> way, Deque<Step.Goal> queue) {
        for (Step step : way) {
            if (step instanceof Step.Known known) {
                if (!state.add(known.column(), known.facts())) {
                    return false;
                }
            } else if (step instanceof Step.Goal goal) {
                queue.add(goal);
            } else if (step instanceof Step.Relation relation) {
                if (!state.relations().contains(relation)) {
                    state.relations().add(relation);
                }
            } else {
                state.setPartial();
            }
        }
        return true;
    }

    /** Adds to {@link #found} the states that meet the goals. */
    void run(State from, List<Step.Goal> goals) {
        State state = from.copy();
        List<Open> open = settle(state, goals);
        if (open != null) {
            branch(state, open, 0);
        }
    }

    private void branch(State state, List<Open> open, int depth) {
        if (open.isEmpty()) {
            found.add(state);
            return;
        }
        Open next = open.get(0);
        for (Open one : open) {
            next = one.ways().size() < next.ways().size() ? one : next;
        }
        List<Step.Goal> rest = new ArrayList<>();
        for (Open one : open) {
            if (one != next) {
                rest.add(one.goal());
            }
        }
        for (List<Step> way : ordered(next.ways(), depth)) {
            if (found.size() >= mostStates || --budget <= 0) {
                return;
            }
            State tried = state.copy();
            Deque<Step.Goal> queue = new ArrayDeque<>(rest);
            if (!apply(tried, way, queue)) {
                partial |= tried.isPartial();
                continue;
            }
            List<Open> left = settle(tried, List.copyOf(queue));
            if (left != null) {
                branch(tried, left, depth + 1);
            }
        }
    }

    private List<List<Step>> ordered(List<List<Step>> ways, int depth) {
        if (order == null) {
            return ways;
        }
        List<List<Step>> shuffled = new ArrayList<>(ways);
        Draws draws = order.of(depth).of(budget);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = (int) draws.of(i).below(i + 1L);
            List<Step> swapped = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, swapped);
        }
        return shuffled;
    }
}
