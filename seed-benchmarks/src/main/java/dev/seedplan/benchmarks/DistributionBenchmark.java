package dev.seedplan.benchmarks;

import dev.seedplan.Strategy;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.DistributionOutcome;
import dev.seedplan.spi.DistributionTask;
import dev.seedplan.spi.DistributionTask.Bound;
import dev.seedplan.spi.DistributionTask.Quota;
import dev.seedplan.spi.Mix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/**
 * 50,000 assets over 1,000 targets with min, max and two quotas, as a multiple of an unbounded weighted draw of the same
 * size: for each asset a target by binary search in the sums of the weights.
 */
final class DistributionBenchmark {

    private static final int ASSETS = 50_000;
    private static final int TARGETS = 1_000;
    private static final int ROUNDS = 15;

    /** The most that is accepted. */
    private static final double MOST = 50;

    private DistributionBenchmark() {}

    /** Prints both times, the fastest of some rounds, and fails where the ratio is beyond its bound. */
    static void run() {
        DistributionTask task = task();
        AssetSource source = ServiceLoader.load(AssetSource.class).findFirst().orElseThrow();
        long drawn = Long.MAX_VALUE;
        long solved = Long.MAX_VALUE;
        long unused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            unused += draw(task)[TARGETS / 2];
            long between = System.nanoTime();
            DistributionOutcome outcome = source.distribute(task);
            solved = Math.min(solved, System.nanoTime() - between);
            drawn = Math.min(drawn, between - start);
            if (outcome.assets().length != ASSETS || !outcome.relaxed().isEmpty()) {
                throw new IllegalStateException("not all were distributed: " + outcome.relaxed());
            }
        }
        double ratio = (double) solved / drawn;
        System.out.printf(
                Locale.ROOT,
                "distribution: %,d assets over %,d targets, min, max and two quotas: %.1f ms, %.1f times a draw of %.1f ms%s%n",
                ASSETS,
                TARGETS,
                solved / 1e6,
                ratio,
                drawn / 1e6,
                unused < 0 ? "!" : "");
        if (ratio > MOST) {
            throw new IllegalStateException("more than " + MOST + " times");
        }
    }

    private static DistributionTask task() {
        long[] keys = new long[ASSETS];
        BitSet technical = new BitSet();
        BitSet recent = new BitSet();
        for (int i = 0; i < ASSETS; i++) {
            keys[i] = Mix.mix(i);
            technical.set(i, i % 5 < 2);
            recent.set(i, i % 4 < 3);
        }
        double[] weights = new double[TARGETS];
        Arrays.setAll(weights, i -> -Math.log1p(-Mix.unit(Mix.mix(i + 1L))));
        return new DistributionTask(
                ASSETS,
                keys,
                1,
                TARGETS,
                weights,
                Strategy.WEIGHTED_RANDOM,
                new Bound(20, 0),
                new Bound(120, 0),
                new Bound(-1, 0),
                List.of(new Quota("technical", technical, 0.3, 0.5, 0), new Quota("recent", recent, 0.7, 1, 0)),
                null,
                7);
    }

    private static int[] draw(DistributionTask task) {
        double[] weights = task.weights() == null ? new double[TARGETS] : task.weights();
        double[] sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        int[] counts = new int[TARGETS];
        for (int i = 0; i < ASSETS; i++) {
            double at = Mix.unit(Mix.draw(task.seed(), i, 0)) * sums[TARGETS - 1];
            int found = Arrays.binarySearch(sums, at);
            counts[Math.min(TARGETS - 1, found < 0 ? -found - 1 : found + 1)]++;
        }
        return counts;
    }
}
