package dev.seedplan.content.distribute;

import dev.seedplan.spi.DistributionOutcome.Relaxed;
import dev.seedplan.spi.DistributionTask;
import java.util.ArrayList;
import java.util.List;

/**
 * The bounds of a task as numbers that can give way, in the order in which they count: min, max, total, then each quota's
 * least and largest number.
 *
 * @param names of each
 * @param asked the number each asks for
 * @param raised whether relaxing raises the number (an upper bound) or lowers it
 * @param most by how much each can be relaxed at most
 * @param priorities of each
 */
record Rules(List<String> names, int[] asked, boolean[] raised, int[] most, int[] priorities) {

    /** What kind of a rule the total is. */
    enum Total {
        /** The plan's author asks for it, with a priority. */
        ASKED,
        /** As large as it can be: it falls as low as it must before any other rule gives way. */
        USUAL,
        /** No other is looked at. */
        EXACT
    }

    static final int MIN = 0;
    static final int MAX = 1;
    static final int TOTAL_MIN = 2;
    static final int TOTAL_MAX = 3;
    static final int QUOTAS = 4;

    /**
     * {@return the rules for a total}
     *
     * @param total the number of uses, of which quotas are shares
     * @param bound whose rule it is
     */
    static Rules of(DistributionTask task, int total, Total bound) {
        int count = QUOTAS + 2 * task.quotas().size();
        Rules rules = new Rules(new ArrayList<>(), new int[count], new boolean[count], new int[count], new int[count]);
        int uses = uses(task);
        rules.set(
                MIN,
                "min",
                task.min().value(),
                false,
                task.min().value(),
                task.min().priority());
        rules.set(MAX, "max", task.max().value(), true, uses, task.max().priority());
        int priority = bound == Total.ASKED ? task.total().priority() : Integer.MIN_VALUE;
        boolean gives = bound != Total.EXACT;
        rules.set(TOTAL_MIN, "total", total, false, gives ? total : 0, priority);
        rules.set(TOTAL_MAX, "total", total, true, gives ? Math.max(0, uses - total) : 0, priority);
        int at = QUOTAS;
        for (DistributionTask.Quota quota : task.quotas()) {
            // A share of 0.3 is 30 of 100, though 0.3 * 100 is a little more in binary.
            int least = (int) Math.ceil(quota.min() * total - 1e-9);
            int largest = (int) Math.floor(quota.max() * total + 1e-9);
            rules.set(at++, "quota " + quota.name(), least, false, least, quota.priority());
            rules.set(at++, "quota " + quota.name(), largest, true, uses, quota.priority());
        }
        return rules;
    }

    /** {@return how many uses there can be at most} */
    static int uses(DistributionTask task) {
        return (int) Math.min((long) task.assets() * Math.min(task.capacity(), task.targets()), Integer.MAX_VALUE / 4);
    }

    private void set(int rule, String name, int value, boolean upper, int by, int priority) {
        names.add(name);
        asked[rule] = value;
        raised[rule] = upper;
        most[rule] = by;
        priorities[rule] = priority;
    }

    int count() {
        return asked.length;
    }

    /** {@return a rule's number after it was relaxed} */
    int number(int rule, int[] by) {
        return asked[rule] + (raised[rule] ? by[rule] : -by[rule]);
    }

    /** {@return what was relaxed} */
    List<Relaxed> relaxed(int[] by) {
        List<Relaxed> relaxed = new ArrayList<>();
        for (int rule = 0; rule < count(); rule++) {
            if (by[rule] > 0) {
                relaxed.add(new Relaxed(names.get(rule), asked[rule], number(rule, by)));
            }
        }
        return relaxed;
    }
}
