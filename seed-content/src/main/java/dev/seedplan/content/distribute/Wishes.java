package dev.seedplan.content.distribute;

import dev.seedplan.Strategy;
import dev.seedplan.spi.DistributionTask;
import dev.seedplan.spi.Mix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How many each target should have, before it is known who may have what: drawn within the bounds, never trimmed to them. */
final class Wishes {

    private Wishes() {}

    /** {@return a number for each target, {@code min} to {@code max}, {@code total} together} */
    static int[] of(DistributionTask task, int total, int min, int max) {
        int targets = task.targets();
        int[] wishes = new int[targets];
        Arrays.fill(wishes, min);
        int rest = total - min * targets;
        Strategy strategy = task.strategy();
        if (strategy == Strategy.ROUND_ROBIN || strategy == Strategy.EVEN || strategy == Strategy.ONE_TO_ONE) {
            int[] order = strategy == Strategy.ROUND_ROBIN
                    ? IntStream.range(0, targets).toArray()
                    : shuffled(targets, task.seed());
            for (int i = 0; i < targets; i++) {
                wishes[order[i]] += rest / targets + (i < rest % targets ? 1 : 0);
            }
            return wishes;
        }
        draw(task, rest, max, wishes);
        return wishes;
    }

    private static void draw(DistributionTask task, int rest, int max, int[] wishes) {
        double[] weights = weights(task);
        Tree open = new Tree(weights, wishes, max);
        for (int i = 0; i < rest; i++) {
            if (open.sum() <= 0) {
                // Only targets without weight are left.
                double[] equal = new double[weights.length];
                Arrays.fill(equal, 1);
                open = new Tree(equal, wishes, max);
            }
            long bits = Mix.draw(Mix.combine(task.seed(), 0x57), i, 0);
            int target = open.at((bits >>> 11) * 0x1p-53 * open.sum());
            wishes[target]++;
            if (wishes[target] >= max) {
                open.remove(target);
            }
        }
    }

    private static double[] weights(DistributionTask task) {
        double[] weights = new double[task.targets()];
        Arrays.fill(weights, 1);
        if (task.strategy() == Strategy.ZIPF) {
            int[] order = shuffled(task.targets(), task.seed());
            for (int rank = 0; rank < order.length; rank++) {
                weights[order[rank]] = 1.0 / (rank + 1);
            }
        } else if (task.strategy() == Strategy.WEIGHTED_RANDOM && task.weights() != null) {
            return task.weights();
        }
        return weights;
    }

    /** {@return the numbers below {@code count} in an order that adding one changes little} */
    static int[] shuffled(int count, long seed) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = Mix.draw(seed, i, 1);
        }
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> keys[i]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Weights as a Fenwick tree: a draw and a removal take the logarithm of their number. */
    private static final class Tree {

        private final double[] sums;
        private final double[] weights;
        private final int highest;

        Tree(double[] all, int[] wishes, int max) {
            weights = new double[all.length];
            sums = new double[all.length + 1];
            highest = Integer.highestOneBit(Math.max(1, all.length));
            for (int i = 0; i < all.length; i++) {
                add(i, wishes[i] < max ? all[i] : 0);
                weights[i] = wishes[i] < max ? all[i] : 0;
            }
        }

        private void add(int index, double weight) {
            for (int i = index + 1; i < sums.length; i += i & -i) {
                sums[i] += weight;
            }
        }

        void remove(int index) {
            add(index, -weights[index]);
            weights[index] = 0;
        }

        double sum() {
            double sum = 0;
            for (int i = weights.length; i > 0; i -= i & -i) {
                sum += sums[i];
            }
            // What rounding leaves of weights that were all taken away is no weight.
            return sum < 1e-9 ? 0 : sum;
        }

        int at(double position) {
            int index = 0;
            double left = position;
            for (int step = highest; step > 0; step >>= 1) {
                if (index + step < sums.length && sums[index + step] <= left) {
                    index += step;
                    left -= sums[index];
                }
            }
            int found = Math.min(index, weights.length - 1);
            // Rounding may end beside the last one that is open.
            for (int i = 0; i < weights.length; i++) {
                int near = Math.floorMod(found - i, weights.length);
                if (weights[near] > 0) {
                    return near;
                }
            }
            throw new IllegalStateException("no target is open");
        }
    }
}
