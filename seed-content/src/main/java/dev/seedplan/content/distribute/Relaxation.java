package dev.seedplan.content.distribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The least relaxation that a set of cuts allows. Least is: of rules of the highest priority the smallest sum of changes,
 * then of the next; then the fewest rules; then the smallest change of the first rule, of the second, and so on. Branch
 * and bound over the rules, which are few; cuts come one at a time, each from a flow that did not exist.
 */
final class Relaxation {

    /** Far beyond what rules of one plan need, and a second's work. */
    private static final int MOST_STEPS = 20_000_000;

    private final Rules rules;
    private final int[] levels;
    /** The rules by level, the highest priority first. */
    private final int[] order;

    private final List<Cut> cuts = new ArrayList<>();
    private int @Nullable [] best;
    private int steps;

    Relaxation(Rules rules) {
        this.rules = rules;
        TreeSet<Integer> priorities = new TreeSet<>();
        Arrays.stream(rules.priorities()).forEach(priorities::add);
        List<Integer> descending = new ArrayList<>(priorities.descendingSet());
        levels = Arrays.stream(rules.priorities()).map(descending::indexOf).toArray();
        order = IntStream.range(0, levels.length)
                .boxed()
                .sorted(Comparator.comparingInt(rule -> levels[rule]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    void add(Cut cut) {
        cuts.add(cut);
    }

    List<Cut> cuts() {
        return cuts;
    }

    /**
     * {@return by how much each rule is relaxed; null if no relaxation is enough}
     *
     * @throws TooHard if there are too many combinations
     */
    int @Nullable [] least() {
        best = null;
        steps = 0;
        search(0, new int[rules.count()]);
        return best;
    }

    /** {@return whether a relaxation is less than another of the same rules} */
    boolean isLess(int[] by, int[] than) {
        int compared = Arrays.compare(sums(by), sums(than));
        compared = compared == 0 ? Long.compare(changed(by), changed(than)) : compared;
        return (compared == 0 ? Arrays.compare(by, than) : compared) < 0;
    }

    private void search(int place, int[] by) {
        if (++steps > MOST_STEPS) {
            throw new TooHard();
        }
        boolean lacking = false;
        for (Cut cut : cuts) {
            long open = cut.lacking(by);
            lacking |= open > 0;
            if (open > reach(cut, place)) {
                return;
            }
        }
        if (best != null && isNoBetter(place, by, best, lacking)) {
            return;
        }
        if (!lacking) {
            best = by.clone();
            return;
        }
        int rule = order[place];
        for (int value = least(place, by); value <= rules.most()[rule]; value++) {
            by[rule] = value;
            if (best != null && Arrays.compare(sums(by), sums(best)) > 0) {
                break;
            }
            search(place + 1, by);
        }
        by[rule] = 0;
    }

    /** How much the rules from this place on can make up. */
    private long reach(Cut cut, int place) {
        long reach = 0;
        for (int later = place; later < order.length; later++) {
            reach += (long) cut.weights()[order[later]] * rules.most()[order[later]];
        }
        return reach;
    }

    /** The least value of a rule for which the rules after it can still make up the rest. */
    private int least(int place, int[] by) {
        long least = 0;
        for (Cut cut : cuts) {
            long open = cut.lacking(by) - reach(cut, place + 1);
            if (open > 0) {
                least = Math.max(least, ceiling(open, cut.weights()[order[place]]));
            }
        }
        return (int) least;
    }

    private static long ceiling(long number, long divisor) {
        return -Math.floorDiv(-number, divisor);
    }

    /**
     * Whether nothing that begins with these values is better than the best so far. Level by level: as long as the levels
     * above are to have the best's sums, they help by a known amount at most, and so this level needs at least the rest.
     */
    private boolean isNoBetter(int place, int[] by, int[] found, boolean lacking) {
        long[] sums = sums(by);
        long[] wanted = sums(found);
        for (int level = 0; level < sums.length; level++) {
            long units = wanted[level] - sums[level];
            long needed = units < 0 ? 0 : needed(place, by, level, sums, wanted);
            if (needed > units) {
                return true;
            }
            if (needed < units) {
                return false;
            }
        }
        long count = changed(by) + (lacking ? 1 : 0);
        if (count != changed(found)) {
            return count > changed(found);
        }
        return !lacking && Arrays.compare(by, found) >= 0;
    }

    private long needed(int place, int[] by, int level, long[] sums, long[] wanted) {
        long needed = 0;
        for (Cut cut : cuts) {
            long open = cut.lacking(by);
            long largest = 0;
            long[] above = new long[level];
            for (int later = place; later < order.length && open > 0; later++) {
                int rule = order[later];
                long weight = cut.weights()[rule];
                if (levels[rule] < level) {
                    above[levels[rule]] = Math.max(above[levels[rule]], weight);
                } else if (levels[rule] == level) {
                    largest = Math.max(largest, weight);
                } else {
                    open -= weight * rules.most()[rule];
                }
            }
            for (int higher = 0; higher < level; higher++) {
                open -= above[higher] * (wanted[higher] - sums[higher]);
            }
            if (open > 0) {
                needed = largest == 0 ? Long.MAX_VALUE : Math.max(needed, ceiling(open, largest));
            }
            if (needed == Long.MAX_VALUE) {
                break;
            }
        }
        return needed;
    }

    private static long changed(int[] by) {
        return Arrays.stream(by).filter(value -> value > 0).count();
    }

    private long[] sums(int[] by) {
        long[] sums = new long[levels.length];
        for (int rule = 0; rule < by.length; rule++) {
            sums[levels[rule]] += by[rule];
        }
        return sums;
    }

    /** More combinations than are tried. */
    static final class TooHard extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
