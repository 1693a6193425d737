package dev.seedplan.runtime.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistinctSchemeTest {

    @Test
    void aSingleKeyReachesEveryCombination() {
        DistinctScheme scheme = DistinctScheme.of(List.of(key(0, 1, 2)), new long[] {3, 4, 2}, 24, 7);
        assertThat(scheme.capacity()).isEqualTo(24);
        assertThat(tuples(scheme, key(0, 1, 2), 24)).hasSize(24);
    }

    @Test
    void twoKeysThatShareAColumnReachTheProductOfItAndTheSmallerOther() {
        DistinctScheme scheme = DistinctScheme.of(List.of(key(0, 1), key(1, 2)), new long[] {4, 5, 3}, 100, 7);
        assertThat(scheme.capacity()).isEqualTo(15);
    }

    @Test
    void aKeyWithinAnotherIsEnough() {
        DistinctScheme scheme = DistinctScheme.of(List.of(key(0, 1), key(0)), new long[] {4, 5}, 100, 7);
        assertThat(scheme.capacity()).isEqualTo(4);
    }

    @Test
    void theSameKeyTwiceIsOneKey() {
        DistinctScheme scheme = DistinctScheme.of(List.of(key(0), key(0)), new long[] {4}, 4, 7);
        assertThat(tuples(scheme, key(0), 4)).hasSize(4);
    }

    @Test
    void noKeyRepeatsBelowTheCapacityWhateverTheKeys() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            int components = 1 + random.nextInt(5);
            long[] sizes = random.longs(components, 1, 9).toArray();
            List<BitSet> keys = new ArrayList<>();
            for (int k = 1 + random.nextInt(4); k > 0; k--) {
                BitSet key = new BitSet();
                key.set(random.nextInt(components));
                for (int c = 0; c < components; c++) {
                    if (random.nextInt(3) == 0) {
                        key.set(c);
                    }
                }
                keys.add(key);
            }
            DistinctScheme scheme = DistinctScheme.of(keys, sizes, 1_000, seed);
            int rows = (int) Math.min(1_000, scheme.capacity());
            assertThat(rows).as("seed %s", seed).isPositive();
            for (BitSet key : keys) {
                assertThat(tuples(scheme, key, rows))
                        .as("seed %s, key %s of %s, sizes %s", seed, key, keys, sizes)
                        .hasSize(rows);
            }
            for (int row = 0; row < rows; row++) {
                long[] values = scheme.at(row);
                for (int c = 0; c < components; c++) {
                    assertThat(values[c]).as("seed %s", seed).isLessThan(sizes[c]);
                }
            }
        }
    }

    private static Set<List<Long>> tuples(DistinctScheme scheme, BitSet key, int rows) {
        Set<List<Long>> seen = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            long[] values = scheme.at(row);
            // A free component may take any value: the worst is that it is always the same.
            seen.add(key.stream().mapToObj(c -> values[c]).toList());
        }
        return seen;
    }

    private static BitSet key(int... components) {
        BitSet key = new BitSet();
        for (int component : components) {
            key.set(component);
        }
        return key;
    }
}
