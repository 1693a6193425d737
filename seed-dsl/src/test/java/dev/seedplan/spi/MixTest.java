package dev.seedplan.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seedplan.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class MixTest {

    private static final long[] KEYS = {0, 1, -1, 2026, 0x9e3779b97f4a7c15L, Long.MIN_VALUE, Long.MAX_VALUE};

    @Test
    void drawsAreFrozen() throws IOException {
        List<String> lines = new ArrayList<>();
        for (long key : KEYS) {
            lines.add("mix %d = %d".formatted(key, Mix.mix(key)));
            lines.add("combine %d 7 = %d".formatted(key, Mix.combine(key, 7)));
            lines.add("combine %d users.name = %d".formatted(key, Mix.combine(key, "users.name")));
            lines.add("combine %d grün = %d".formatted(key, Mix.combine(key, "grün")));
            for (int n = 0; n < 3; n++) {
                for (long row : new long[] {0, 1, -1, 1L << 40}) {
                    long bits = Mix.draw(key, row, n);
                    lines.add("draw %d %d %d = %d, below 10: %d, below 2^62: %d, unit: %s"
                            .formatted(
                                    key, row, n, bits, Mix.below(bits, 10), Mix.below(bits, 1L << 62), Mix.unit(bits)));
                }
            }
            lines.add("jump %d = %d %d %d"
                    .formatted(key, Mix.jump(key, 1), Mix.jump(key, 50), Mix.jump(key, 1_000_000_007)));
        }
        Golden.check("mix.txt", lines);
    }

    @Test
    void belowCoversItsRangeEvenly() {
        assertEven(17, row -> (int) Mix.below(Mix.draw(2026, row, 0), 17));
    }

    @Test
    void drawsOfOneRowAreIndependentOfEachOther() {
        assertEven(16, row -> (int) (Mix.below(Mix.draw(1, row, 0), 4) * 4 + Mix.below(Mix.draw(1, row, 1), 4)));
    }

    @Test
    void drawsOfNeighbouringRowsAreIndependentOfEachOther() {
        assertEven(16, row -> (int) (Mix.below(Mix.draw(1, row, 0), 4) * 4 + Mix.below(Mix.draw(1, row + 1, 0), 4)));
    }

    @Test
    void drawsUnderSimilarKeysAreIndependentOfEachOther() {
        assertEven(16, row -> (int) (Mix.below(Mix.draw(Mix.combine(1, "a"), row, 0), 4) * 4
                + Mix.below(Mix.draw(Mix.combine(1, "b"), row, 0), 4)));
    }

    @Test
    void theLowestBitsAreAsGoodAsTheHighest() {
        assertEven(16, row -> (int) (Mix.draw(99, row, 0) & 15));
    }

    @Test
    void belowStaysInsideTheLargestRange() {
        for (long bits : new long[] {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            for (long bound : new long[] {1, 2, 10, 1L << 62, Long.MAX_VALUE}) {
                assertThat(Mix.below(bits, bound)).isBetween(0L, bound - 1);
            }
        }
        assertThat(Mix.below(-1, 10)).isEqualTo(9);
        assertThat(Mix.below(0, 10)).isZero();
    }

    @Test
    void unitStaysBelowOne() {
        assertThat(Mix.unit(-1)).isLessThan(1);
        assertThat(Mix.unit(0)).isZero();
    }

    @Test
    void moreBucketsMoveTheirShareOfKeysAndOnlyToTheNewOnes() {
        int keys = 200_000;
        for (int[] growth : new int[][] {{1, 2}, {50, 51}, {50, 100}, {999, 1_000}, {10, 1_000}}) {
            int from = growth[0];
            int to = growth[1];
            int moved = 0;
            for (int i = 0; i < keys; i++) {
                long before = Mix.jump(Mix.mix(i), from);
                long after = Mix.jump(Mix.mix(i), to);
                assertThat(before).isBetween(0L, from - 1L);
                if (before != after) {
                    assertThat(after).as("bucket of a moved key").isBetween((long) from, to - 1L);
                    moved++;
                }
            }
            assertThat(moved / (double) keys).isCloseTo((to - from) / (double) to, within(0.005));
        }
    }

    @Test
    void bucketsAreUsedEvenly() {
        assertEven(12, row -> (int) Mix.jump(Mix.draw(5, row, 0), 12));
    }

    /** Pearson's chi-square test on fixed inputs, so that it passes always or never. */
    private static void assertEven(int buckets, IntUnaryOperator bucket) {
        int samples = 160_000;
        long[] counts = new long[buckets];
        for (int row = 0; row < samples; row++) {
            counts[bucket.applyAsInt(row)]++;
        }
        double expected = samples / (double) buckets;
        double chi = 0;
        for (long count : counts) {
            chi += (count - expected) * (count - expected) / expected;
        }
        // The 99.9 % quantile for 16 degrees of freedom is 39.25; fewer degrees have lower ones.
        assertThat(chi).isLessThan(39.25);
    }
}
