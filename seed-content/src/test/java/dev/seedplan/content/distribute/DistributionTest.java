package dev.seedplan.content.distribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Strategy;
import dev.seedplan.spi.DistributionOutcome;
import dev.seedplan.spi.DistributionOutcome.Relaxed;
import dev.seedplan.spi.DistributionTask;
import dev.seedplan.spi.DistributionTask.Bound;
import dev.seedplan.spi.DistributionTask.Quota;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistributionTest {

    private static final List<Strategy> STRATEGIES = List.of(Strategy.values());

    private static DistributionTask task(
            int assets,
            int targets,
            int min,
            int max,
            int total,
            List<Quota> quotas,
            List<BitSet> allowed,
            Strategy strategy) {
        return task(assets, 1, targets, new int[] {min, max, total}, new int[3], quotas, allowed, strategy, 7);
    }

    private static DistributionTask task(
            int assets,
            int capacity,
            int targets,
            int[] bounds,
            int[] priorities,
            List<Quota> quotas,
            List<BitSet> allowed,
            Strategy strategy,
            long seed) {
        long[] keys = IntStream.range(0, assets)
                .mapToLong(i -> i * 0x9E3779B97F4A7C15L)
                .toArray();
        return new DistributionTask(
                assets,
                keys,
                capacity,
                targets,
                null,
                strategy,
                new Bound(bounds[0], priorities[0]),
                new Bound(bounds[1], priorities[1]),
                new Bound(bounds[2], priorities[2]),
                quotas,
                allowed,
                seed);
    }

    private static BitSet set(long bits) {
        return BitSet.valueOf(new long[] {bits});
    }

    private static int[] degrees(DistributionTask task, DistributionOutcome outcome) {
        int[] degrees = new int[task.targets()];
        Arrays.stream(outcome.targets()).forEach(target -> degrees[target]++);
        return degrees;
    }

    @Test
    void tenPostsOfFiveUsers() {
        for (long seed = 0; seed < 200; seed++) {
            DistributionTask task =
                    task(10, 1, 5, new int[] {1, 4, 10}, new int[3], List.of(), null, Strategy.WEIGHTED_RANDOM, seed);
            DistributionOutcome outcome = Distribution.of(task);
            assertThat(BruteForce.wrong(task, outcome)).as("seed %d", seed).isEmpty();
            assertThat(outcome.assets()).hasSize(10).doesNotHaveDuplicates();
            assertThat(outcome.relaxed()).isEmpty();
        }
    }

    /** 10 assets, 3 targets, min 5: min becomes 3, the tenth goes to one of them. */
    @Test
    void leastRelaxationIsFoundAndNamed() {
        DistributionTask task = task(10, 3, 5, 10, -1, List.of(), null, Strategy.RANDOM);
        DistributionOutcome outcome = Distribution.of(task);
        assertThat(outcome.relaxed()).containsExactly(new Relaxed("min", 5, 3));
        assertThat(outcome.conflict()).containsExactly("min");
        int[] degrees = degrees(task, outcome);
        Arrays.sort(degrees);
        assertThat(degrees[0]).isGreaterThanOrEqualTo(3);
        assertThat(Arrays.stream(degrees).sum()).isEqualTo(10);
    }

    @Test
    void maximumLeavesAssetsUnused() {
        DistributionOutcome outcome = Distribution.of(task(4, 1, 0, 2, -1, List.of(), null, Strategy.EVEN));
        assertThat(outcome.targets()).hasSize(2);
        assertThat(outcome.relaxed()).isEmpty();
    }

    @Test
    void totalOfTheAuthorIsARule() {
        DistributionOutcome outcome = Distribution.of(task(4, 1, 0, 2, 4, List.of(), null, Strategy.EVEN));
        assertThat(outcome.relaxed()).containsExactly(new Relaxed("total", 4, 2));
        assertThat(outcome.conflict()).containsExactly("max", "total");
        DistributionTask matters =
                task(4, 1, 1, new int[] {0, 2, 4}, new int[] {0, 0, 5}, List.of(), null, Strategy.EVEN, 1);
        assertThat(Distribution.of(matters).relaxed()).containsExactly(new Relaxed("max", 2, 4));
    }

    @Test
    void quotasChooseWhatIsUsed() {
        // 80 technical ones of 100, of which half may be used at most.
        BitSet technical = new BitSet();
        technical.set(0, 80);
        DistributionTask task = task(
                100, 10, 0, 20, -1, List.of(new Quota("technical", technical, 0.3, 0.5, 0)), null, Strategy.RANDOM);
        DistributionOutcome outcome = Distribution.of(task);
        assertThat(BruteForce.wrong(task, outcome)).isEmpty();
        assertThat(outcome.relaxed()).isEmpty();
        assertThat(outcome.assets()).hasSize(40);
    }

    @Test
    void quotasOfTwoKindsCross() {
        BitSet technical = new BitSet();
        BitSet recent = new BitSet();
        for (int i = 0; i < 60; i++) {
            technical.set(i, i % 2 == 0);
            recent.set(i, i % 3 != 0);
        }
        List<Quota> quotas =
                List.of(new Quota("technical", technical, 0.3, 0.5, 0), new Quota("recent", recent, 0.7, 0.7, 0));
        DistributionTask task = task(60, 6, 1, 20, -1, quotas, null, Strategy.ZIPF);
        DistributionOutcome outcome = Distribution.of(task);
        assertThat(BruteForce.wrong(task, outcome)).isEmpty();
        assertThat(outcome.assets()).hasSizeGreaterThan(40);
        List<BitSet> allowed = new ArrayList<>();
        IntStream.range(0, 6).forEach(i -> allowed.add(recent));
        assertThatThrownBy(() -> Distribution.of(task(60, 6, 1, 20, -1, quotas, allowed, Strategy.ZIPF)))
                .isInstanceOf(Distribution.NotSolvable.class)
                .hasMessageContaining("cross each other");
    }

    @Test
    void quotasThatCrossInThreeWaysAreRefused() {
        List<Quota> quotas = List.of(
                new Quota("a", set(0b0011), 0, 1, 0),
                new Quota("b", set(0b0110), 0, 1, 0),
                new Quota("c", set(0b0101), 0, 1, 0));
        assertThatThrownBy(() -> Distribution.of(task(4, 2, 0, 4, -1, quotas, null, Strategy.EVEN)))
                .isInstanceOf(Distribution.NotSolvable.class)
                .hasMessageContaining("more than two ways");
    }

    @Test
    void roundRobinIsOneAfterTheOther() {
        DistributionOutcome outcome = Distribution.of(task(7, 3, 0, 9, -1, List.of(), null, Strategy.ROUND_ROBIN));
        assertThat(outcome.targets()).containsExactly(0, 1, 2, 0, 1, 2, 0);
    }

    @Test
    void oneToOneIsOneForEach() {
        DistributionTask task = task(7, 5, 1, 9, -1, List.of(), null, Strategy.ONE_TO_ONE);
        assertThat(degrees(task, Distribution.of(task))).containsOnly(1);
    }

    @Test
    void weightsAreHeeded() {
        DistributionTask even = task(10_000, 4, 100, 5_000, -1, List.of(), null, Strategy.WEIGHTED_RANDOM);
        DistributionTask task = new DistributionTask(
                10_000,
                even.assetKeys(),
                1,
                4,
                new double[] {0, 1, 2, 97},
                Strategy.WEIGHTED_RANDOM,
                even.min(),
                even.max(),
                even.total(),
                List.of(),
                null,
                3);
        int[] degrees = degrees(task, Distribution.of(task));
        assertThat(degrees[0]).isEqualTo(100);
        assertThat(degrees[3]).isEqualTo(5_000);
        assertThat((double) (degrees[2] - 100) / (degrees[1] - 100)).isBetween(1.7, 2.3);
    }

    @ParameterizedTest
    @EnumSource
    void seedDecidesAndDecidesAlike(Strategy strategy) {
        DistributionTask one = task(60, 1, 7, new int[] {1, 30, -1}, new int[3], List.of(), null, strategy, 1);
        DistributionTask two = task(60, 1, 7, new int[] {1, 30, -1}, new int[3], List.of(), null, strategy, 2);
        assertThat(Distribution.of(one).targets())
                .isEqualTo(Distribution.of(one).targets());
        boolean same = Arrays.equals(
                        Distribution.of(one).targets(), Distribution.of(two).targets())
                && Arrays.equals(
                        Distribution.of(one).assets(), Distribution.of(two).assets());
        assertThat(same).isEqualTo(strategy == Strategy.ROUND_ROBIN);
    }

    /** Every task of up to six assets and three targets, or, in an ordinary build, a sample of them. */
    @Test
    void smallTasksAreSolvedAsAllDistributionsSay() {
        boolean full = !System.getProperty("seedplan.full", "no").equals("no");
        int tried = 0;
        for (int assets = 0; assets <= 6; assets++) {
            for (int targets = 1; targets <= 3; targets++) {
                for (int min = 0; min <= assets + 1; min++) {
                    for (int max = 0; max <= assets + 1; max++) {
                        for (int total = -1; total <= assets + 1; total++) {
                            int variants = full ? 40 : 1;
                            for (int variant = 0; variant < variants; variant++) {
                                long seed = Arrays.hashCode(new int[] {assets, targets, min, max, total, variant});
                                boolean small = assets <= 4 || full || Math.floorMod(seed, 6) == 0;
                                if (small) {
                                    compare(random(assets, targets, new int[] {min, max, total}, seed), seed);
                                    tried++;
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(1_500);
    }

    private static DistributionTask random(int assets, int targets, int[] bounds, long seed) {
        Random random = new Random(seed);
        List<Quota> quotas = new ArrayList<>();
        int capacity = assets <= 4 && random.nextInt(3) == 0 ? 2 : 1;
        int kinds = random.nextInt(4);
        for (int i = 0; i < kinds; i++) {
            double min = random.nextInt(11) / 10.0;
            double max = random.nextInt(4) == 0 ? random.nextInt(11) / 10.0 : Math.max(min, random.nextInt(11) / 10.0);
            quotas.add(new Quota("q" + i, set(random.nextInt(1 << assets)), min, max, random.nextInt(2)));
        }
        List<BitSet> allowed = null;
        if (random.nextInt(2) == 0) {
            allowed = new ArrayList<>();
            for (int target = 0; target < targets; target++) {
                allowed.add(set(random.nextInt(1 << assets)));
            }
        }
        int[] priorities = {random.nextInt(3), random.nextInt(3), random.nextInt(3)};
        Strategy strategy = STRATEGIES.get(random.nextInt(4));
        return task(assets, capacity, targets, bounds, priorities, quotas, allowed, strategy, seed);
    }

    private static void compare(DistributionTask task, long seed) {
        DistributionOutcome outcome;
        try {
            outcome = Distribution.of(task);
        } catch (Distribution.NotSolvable e) {
            return;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + " " + task, e);
        }
        assertThat(BruteForce.wrong(task, outcome)).as("seed %d %s", seed, task).isEmpty();
        int[] least = BruteForce.of(task);
        Rules rules = Rules.of(task, 0, Rules.Total.ASKED);
        int[] relaxed = new int[rules.count()];
        for (Relaxed rule : outcome.relaxed()) {
            int index = -1;
            for (int i = 0; i < rules.count(); i++) {
                boolean up = rule.made() > rule.asked();
                if (rules.names().get(i).equals(rule.rule()) && rules.raised()[i] == up) {
                    index = i;
                }
            }
            relaxed[index] = Math.abs(rule.made() - rule.asked());
        }
        int[] expected = Arrays.copyOf(least, least.length - 1);
        if (task.total().value() < 0) {
            expected[Rules.TOTAL_MIN] = 0;
            expected[Rules.TOTAL_MAX] = 0;
        }
        assertThat(relaxed).as("seed %d %s", seed, task).isEqualTo(expected);
        assertThat(outcome.assets()).as("seed %d %s", seed, task).hasSize(least[least.length - 1]);
    }

    /** 10,000 larger ones, each checked. */
    @Test
    void boundsAlwaysHold() {
        for (long seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            int assets = random.nextInt(60);
            int targets = 1 + random.nextInt(9);
            int[] bounds = {random.nextInt(8), random.nextInt(20), random.nextInt(3) == 0 ? random.nextInt(70) : -1};
            List<Quota> quotas = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                BitSet members = new BitSet();
                IntStream.range(0, assets).filter(a -> random.nextBoolean()).forEach(members::set);
                double min = random.nextInt(6) / 10.0;
                quotas.add(new Quota("q" + i, members, min, min + random.nextInt(5) / 10.0, random.nextInt(2)));
            }
            List<BitSet> allowed = null;
            if (random.nextInt(3) == 0) {
                allowed = new ArrayList<>();
                for (int target = 0; target < targets; target++) {
                    BitSet may = new BitSet();
                    IntStream.range(0, assets)
                            .filter(a -> random.nextInt(4) > 0)
                            .forEach(may::set);
                    allowed.add(may);
                }
            }
            DistributionTask task = task(
                    assets,
                    1 + random.nextInt(3) / 2,
                    targets,
                    bounds,
                    new int[] {random.nextInt(2), random.nextInt(2), random.nextInt(2)},
                    quotas,
                    allowed,
                    STRATEGIES.get(random.nextInt(6)),
                    seed);
            try {
                assertThat(BruteForce.wrong(task, Distribution.of(task)))
                        .as("seed %d", seed)
                        .isEmpty();
            } catch (Distribution.NotSolvable e) {
                assertThat(quotas).as("seed %d", seed).hasSizeGreaterThan(1);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
