package dev.seedplan.content.distribute;

import dev.seedplan.Strategy;
import dev.seedplan.spi.DistributionOutcome;
import dev.seedplan.spi.DistributionTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** All distributions of a small task, one after the other, and the least relaxation any of them needs. */
final class BruteForce {

    private final DistributionTask task;
    private final int[] degrees;
    private final int[] inQuota;
    private int uses;
    private int[] best;
    private int bestUses;
    private Rules rules;
    private boolean fixed;

    private BruteForce(DistributionTask task) {
        this.task = task;
        degrees = new int[task.targets()];
        inQuota = new int[task.quotas().size()];
    }

    /** The relaxation of each rule, and after them the number of uses. */
    static int[] of(DistributionTask task) {
        BruteForce all = new BruteForce(task);
        all.fixed = task.total().value() >= 0;
        int usual = all.fixed ? task.total().value() : all.usual();
        if (all.fixed || task.quotas().isEmpty()) {
            return all.run(Rules.of(task, usual, all.fixed ? Rules.Total.ASKED : Rules.Total.USUAL));
        }
        int[] least = null;
        for (int total = usual; total >= 0; total--) {
            int[] found = all.run(Rules.of(task, total, Rules.Total.EXACT));
            if (found != null) {
                int[] by = Arrays.copyOf(found, found.length - 1);
                if (least == null || all.isBetter(by, Arrays.copyOf(least, by.length))) {
                    least = found;
                }
            }
        }
        return least;
    }

    private int usual() {
        int least = Math.min(task.min().value() * task.targets(), Rules.uses(task));
        int most = task.max().value() * task.targets();
        return Math.max(Math.min(task.targets() == 0 ? 0 : task.assets(), most), Math.min(least, most));
    }

    private int[] run(Rules of) {
        rules = of;
        best = null;
        asset(0);
        if (best == null) {
            return null;
        }
        int[] found = Arrays.copyOf(best, best.length + 1);
        found[best.length] = bestUses;
        return found;
    }

    private void asset(int asset) {
        if (asset == task.assets()) {
            weigh();
            return;
        }
        for (int set = 0; set < 1 << task.targets(); set++) {
            if (Integer.bitCount(set) <= task.capacity() && may(asset, set)) {
                use(asset, set, 1);
                asset(asset + 1);
                use(asset, set, -1);
            }
        }
    }

    private boolean may(int asset, int set) {
        for (int target = 0; target < task.targets(); target++) {
            if ((set >> target & 1) == 1
                    && task.allowed() != null
                    && !task.allowed().get(target).get(asset)) {
                return false;
            }
        }
        return true;
    }

    private void use(int asset, int set, int by) {
        for (int target = 0; target < degrees.length; target++) {
            degrees[target] += (set >> target & 1) * by;
        }
        uses += Integer.bitCount(set) * by;
        for (int quota = 0; quota < inQuota.length; quota++) {
            if (task.quotas().get(quota).members().get(asset)) {
                inQuota[quota] += Integer.bitCount(set) * by;
            }
        }
    }

    private void weigh() {
        int[] by = new int[rules.count()];
        for (int degree : degrees) {
            by[Rules.MIN] = Math.max(by[Rules.MIN], rules.asked()[Rules.MIN] - degree);
            by[Rules.MAX] = Math.max(by[Rules.MAX], degree - rules.asked()[Rules.MAX]);
        }
        by[Rules.TOTAL_MIN] = Math.max(0, rules.asked()[Rules.TOTAL_MIN] - uses);
        by[Rules.TOTAL_MAX] = Math.max(0, uses - rules.asked()[Rules.TOTAL_MAX]);
        for (int quota = 0; quota < inQuota.length; quota++) {
            int low = Rules.QUOTAS + 2 * quota;
            by[low] = Math.max(0, rules.asked()[low] - inQuota[quota]);
            by[low + 1] = Math.max(0, inQuota[quota] - rules.asked()[low + 1]);
        }
        boolean may = IntStream.range(0, by.length).allMatch(rule -> by[rule] <= rules.most()[rule]);
        if (may && (best == null || isBetter(by, best))) {
            best = by;
            bestUses = uses;
        }
    }

    private boolean isBetter(int[] by, int[] than) {
        TreeSet<Integer> levels = new TreeSet<>();
        Arrays.stream(rules.priorities()).forEach(levels::add);
        for (int level : levels.descendingSet()) {
            int compared = Integer.compare(sum(by, level), sum(than, level));
            if (compared != 0) {
                return compared < 0;
            }
        }
        int compared = Long.compare(changed(by), changed(than));
        return compared == 0 ? Arrays.compare(by, than) < 0 : compared < 0;
    }

    private int sum(int[] by, int level) {
        int sum = 0;
        for (int rule = 0; rule < by.length; rule++) {
            sum += rules.priorities()[rule] == level ? by[rule] : 0;
        }
        return sum;
    }

    private static long changed(int[] by) {
        return Arrays.stream(by).filter(value -> value > 0).count();
    }

    /** What is wrong with an outcome, given the relaxation it reports; empty if nothing is. */
    static List<String> wrong(DistributionTask task, DistributionOutcome outcome) {
        List<String> wrong = new ArrayList<>();
        int min = now(outcome, "min", task.min().value(), false);
        int max = now(
                outcome,
                "max",
                task.strategy() == Strategy.ONE_TO_ONE ? 1 : task.max().value(),
                true);
        int[] degrees = new int[task.targets()];
        int[] used = new int[task.assets()];
        TreeSet<Long> pairs = new TreeSet<>();
        for (int i = 0; i < outcome.assets().length; i++) {
            int asset = outcome.assets()[i];
            int target = outcome.targets()[i];
            degrees[target]++;
            used[asset]++;
            if (!pairs.add(((long) asset << 32) + target)) {
                wrong.add("asset " + asset + " twice at " + target);
            }
            if (task.allowed() != null && !task.allowed().get(target).get(asset)) {
                wrong.add("asset " + asset + " is not allowed at " + target);
            }
        }
        for (int degree : degrees) {
            if (degree < min || degree > max) {
                wrong.add(degree + " is not " + min + " to " + max);
            }
        }
        if (Arrays.stream(used).anyMatch(times -> times > task.capacity())) {
            wrong.add("an asset is used too often");
        }
        boolean relaxed = !outcome.relaxed().isEmpty();
        int total = outcome.assets().length;
        for (DistributionTask.Quota quota : task.quotas()) {
            long of =
                    Arrays.stream(outcome.assets()).filter(quota.members()::get).count();
            if (!relaxed && (of < quota.min() * total - 1e-9 || of > quota.max() * total + 1e-9)) {
                wrong.add(of + " of " + total + " are not " + quota);
            }
        }
        return wrong;
    }

    private static int now(DistributionOutcome outcome, String rule, int asked, boolean upper) {
        return outcome.relaxed().stream()
                .filter(relaxed -> relaxed.rule().equals(rule) && upper == relaxed.made() > relaxed.asked())
                .mapToInt(DistributionOutcome.Relaxed::made)
                .findFirst()
                .orElse(asked);
    }
}
