package dev.seedplan.content.distribute;

import dev.seedplan.Strategy;
import dev.seedplan.spi.DistributionOutcome;
import dev.seedplan.spi.DistributionTask;
import dev.seedplan.spi.Mix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Distributes assets over targets: exactly, with the least relaxation where not all rules can hold. See the package for
 * how. Time is that of a maximum flow over classes of assets and targets; memory is in proportion to assets and targets,
 * and to their product where each target has assets of its own choice.
 */
public final class Distribution {

    /** The most pairs of a class of assets and a target that a network is made of: about a gigabyte. */
    private static final long MOST_PAIRS = 20_000_000;

    private final DistributionTask task;
    private final Families families;
    private final AssetClasses parts;
    private final boolean hub;

    private Distribution(DistributionTask task, Families families) {
        this.task = task;
        this.families = families;
        this.parts = AssetClasses.of(task, families);
        this.hub = task.allowed() == null && task.capacity() == 1;
    }

    /**
     * {@return who gets what}
     *
     * @throws NotSolvable if the rules are of a kind, or of a size, that is not solved exactly
     */
    public static DistributionOutcome of(DistributionTask asked) {
        DistributionTask task = asked.strategy() == Strategy.ONE_TO_ONE ? oneToOne(asked) : asked;
        if (task.min().value() < 0
                || task.max().value() < 0
                || task.capacity() < 1
                || task.total().value() < -1) {
            throw new NotSolvable("a bound is negative");
        }
        Families families = Families.of(task.quotas());
        if (families == null) {
            throw new NotSolvable("the quotas cross each other in more than two ways: each must contain, or have"
                    + " nothing in common with, all but those of one other kind");
        }
        if (families.crossing() && (task.allowed() != null || task.capacity() > 1)) {
            throw new NotSolvable("the quotas cross each other, and targets may not have all assets or assets are used"
                    + " more than once: no flow has both");
        }
        Distribution distribution = new Distribution(task, families);
        if (!distribution.hub && (long) distribution.parts.classes().size() * task.targets() > MOST_PAIRS) {
            throw new NotSolvable("there are more than " + MOST_PAIRS + " pairs of kinds of assets and targets");
        }
        try {
            return distribution.outcome();
        } catch (Relaxation.TooHard e) {
            throw new NotSolvable("there are too many ways of relaxing the rules to find the least");
        }
    }

    private static DistributionTask oneToOne(DistributionTask task) {
        DistributionTask.Bound most = new DistributionTask.Bound(
                Math.min(1, task.max().value()), task.max().priority());
        return new DistributionTask(
                task.assets(),
                task.assetKeys(),
                task.capacity(),
                task.targets(),
                task.weights(),
                task.strategy(),
                task.min(),
                most,
                task.total(),
                task.quotas(),
                task.allowed(),
                task.seed());
    }

    private DistributionOutcome outcome() {
        boolean asked = task.total().value() >= 0;
        int usual = asked ? task.total().value() : usualTotal();
        if (asked || task.quotas().isEmpty()) {
            Solution solution = solve(usual, asked ? Rules.Total.ASKED : Rules.Total.USUAL);
            if (solution == null) {
                throw new IllegalStateException("nothing is enough, though no distribution at all always is");
            }
            return deal(solution);
        }
        // Shares are of what there is in the end, so that each total is a task of its own; of equals the largest
        // counts.
        Solution best = null;
        for (int total = usual; total >= 0; total--) {
            Solution solution = solve(total, Rules.Total.EXACT);
            if (solution != null && (best == null || new Relaxation(solution.rules).isLess(solution.by, best.by))) {
                best = solution;
            }
            if (best != null && Arrays.stream(best.by).allMatch(by -> by == 0)) {
                break;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no distribution at all always is one");
        }
        return deal(best);
    }

    /** Rules, by how much they are relaxed, the total that then comes about, and what contradicted what. */
    private record Solution(Rules rules, int[] by, int total, List<String> conflict) {}

    private @Nullable Solution solve(int total, Rules.Total bound) {
        Rules rules = Rules.of(task, total, bound);
        BoundedFlow flow = flow(rules, parts);
        Relaxation relaxation = new Relaxation(rules);
        int[] by = new int[rules.count()];
        Cut cut = flow.contradiction(by);
        while (cut != null) {
            relaxation.add(cut);
            by = relaxation.least();
            if (by == null) {
                return null;
            }
            cut = flow.contradiction(by);
        }
        boolean asked = bound == Rules.Total.ASKED;
        return new Solution(rules, by, flow.largest(by).total(), conflict(rules, relaxation.cuts(), by, asked));
    }

    /** As many as there are assets and the targets take, or as the minimum needs where assets may be used again. */
    private int usualTotal() {
        long most = (long) task.max().value() * task.targets();
        long least = Math.min((long) task.min().value() * task.targets(), Rules.uses(task));
        return (int) Math.max(Math.min(task.targets() == 0 ? 0 : task.assets(), most), Math.min(least, most));
    }

    private BoundedFlow flow(Rules rules, AssetClasses of) {
        return new BoundedFlow(task, rules, families, of, hub);
    }

    private List<String> conflict(Rules rules, Collection<Cut> cuts, int[] by, boolean fixed) {
        Set<String> names = new LinkedHashSet<>();
        for (int rule = 0; rule < by.length; rule++) {
            boolean total = rule == Rules.TOTAL_MIN || rule == Rules.TOTAL_MAX;
            for (Cut cut : cuts) {
                if (cut.weights()[rule] > 0 && (fixed || !total) && relaxes(cut, by, fixed)) {
                    names.add(rules.names().get(rule));
                }
            }
        }
        return List.copyOf(names);
    }

    private static boolean relaxes(Cut cut, int[] by, boolean fixed) {
        for (int rule = 0; rule < by.length; rule++) {
            boolean total = rule == Rules.TOTAL_MIN || rule == Rules.TOTAL_MAX;
            if (cut.weights()[rule] > 0 && by[rule] > 0 && (fixed || !total)) {
                return true;
            }
        }
        return false;
    }

    private DistributionOutcome deal(Solution solution) {
        Rules rules = solution.rules;
        int[] by = solution.by;
        int total = solution.total;
        AssetClasses single = parts.ungrouped();
        int[] wishes = Wishes.of(task, total, rules.number(Rules.MIN, by), rules.number(Rules.MAX, by));
        int[] ordered = new int[wishes.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = wishes[single.groups().get(i)[0]];
        }
        BoundedFlow.Solved solved = flow(rules, single).wished(by, total, ordered);
        if (solved.total() != total) {
            throw new IllegalStateException("a flow of " + total + " was there, and only " + solved.total() + " came");
        }
        List<int[]> uses = hub ? throughHub(single, solved, total) : byPair(single, solved);
        uses.sort(Comparator.<int[]>comparingInt(use -> use[0]).thenComparingInt(use -> use[1]));
        boolean fixed = task.total().value() >= 0;
        List<DistributionOutcome.Relaxed> relaxed = rules.relaxed(by).stream()
                .filter(rule -> fixed || !rule.rule().equals("total"))
                .toList();
        return new DistributionOutcome(
                uses.stream().mapToInt(use -> use[0]).toArray(),
                uses.stream().mapToInt(use -> use[1]).toArray(),
                relaxed,
                solution.conflict);
    }

    private List<int[]> throughHub(AssetClasses single, BoundedFlow.Solved solved, int total) {
        int[] chosen = new int[total];
        int count = 0;
        for (int each = 0; each < single.classes().size(); each++) {
            int[] order = order(single.classes().get(each));
            int number = solved.ofClass(each);
            System.arraycopy(order, 0, chosen, count, number);
            count += number;
        }
        boolean inOrder = task.strategy() == Strategy.ROUND_ROBIN;
        int[] left = new int[task.targets()];
        for (int group = 0; group < left.length; group++) {
            left[single.groups().get(group)[0]] = solved.ofTarget(group);
        }
        int[] dealt = inOrder ? Arrays.stream(chosen).sorted().toArray() : shuffledAssets(chosen);
        List<int[]> uses = new ArrayList<>(total);
        int target = 0;
        for (int asset : dealt) {
            while (left[target] == 0) {
                target = (target + 1) % left.length;
            }
            uses.add(new int[] {asset, target});
            left[target]--;
            target = inOrder ? (target + 1) % left.length : target;
        }
        return uses;
    }

    /** Goes round a class's assets, so that none comes twice to a target and none is used more often than it may. */
    private List<int[]> byPair(AssetClasses single, BoundedFlow.Solved solved) {
        List<int[]> uses = new ArrayList<>();
        for (int each = 0; each < single.classes().size(); each++) {
            int[] order = order(single.classes().get(each));
            int at = 0;
            for (int group = 0; group < single.groups().size(); group++) {
                for (int i = solved.between(each, group); i > 0; i--) {
                    uses.add(new int[] {
                        order[at++ % order.length], single.groups().get(group)[0]
                    });
                }
            }
        }
        return uses;
    }

    private int[] order(int[] assets) {
        return task.strategy() == Strategy.ROUND_ROBIN ? assets : shuffledAssets(assets);
    }

    /** By a hash of their own, so that one more moves as few as can be. */
    private int[] shuffledAssets(int[] assets) {
        long key = Mix.combine(task.seed(), 0x41);
        long[] keys = new long[task.assets()];
        for (int asset : assets) {
            keys[asset] = Mix.draw(key, task.assetKeys()[asset], 0);
        }
        return IntStream.of(assets)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(a -> keys[a]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Rules of a kind or size that is not solved exactly, and is therefore not solved at all. */
    public static final class NotSolvable extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotSolvable(String why) {
            super(why);
        }
    }
}
