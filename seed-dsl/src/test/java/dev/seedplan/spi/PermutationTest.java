package dev.seedplan.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seedplan.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermutationTest {

    private static final boolean FULL =
            !System.getProperty("seedplan.full", "no").equals("no");

    @Test
    void placesAreFrozen() throws IOException {
        List<String> lines = new ArrayList<>();
        for (long key : new long[] {0, 2026, -1}) {
            for (long size : new long[] {1, 2, 3, 10, 1_000, 1L << 30, 1_000_000_007, 1L << 62}) {
                for (long index : new long[] {0, 1, size / 2, size - 1}) {
                    if (index < size) {
                        lines.add("key %d size %d index %d = %d"
                                .formatted(key, size, index, Permutation.at(key, size, index)));
                    }
                }
            }
        }
        Golden.check("permutation.txt", lines);
    }

    @Test
    void smallDomainsAreVisitedOnceEach() {
        for (int size = 1; size <= 300; size++) {
            assertBijection(size, Mix.mix(size));
        }
    }

    @Test
    void largerDomainsAreVisitedOnceEach() {
        int bits = FULL ? 20 : 16;
        for (int size : new int[] {1 << bits, (1 << bits) - 1, (1 << (bits - 1)) + 1, 3 << (bits - 2)}) {
            assertBijection(size, 2026);
        }
    }

    @Test
    void placesOfAHugeDomainLeadBack() {
        long size = 1_000_000_000;
        int addresses = FULL ? 1_000_000 : 100_000;
        for (int i = 0; i < addresses; i++) {
            long index = Mix.below(Mix.draw(3, i, 0), size);
            long place = Permutation.at(77, size, index);
            assertThat(place).isBetween(0L, size - 1);
            assertThat(Permutation.indexOf(77, size, place)).isEqualTo(index);
        }
    }

    @Test
    void theLargestDomainLeadsBack() {
        long size = 1L << 62;
        for (long index : new long[] {0, 1, size / 3, size - 1}) {
            assertThat(Permutation.indexOf(5, size, Permutation.at(5, size, index)))
                    .isEqualTo(index);
        }
    }

    @Test
    void otherKeysGiveOtherOrders() {
        List<List<Long>> orders = new ArrayList<>();
        for (int key = 0; key < 50; key++) {
            List<Long> order = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                order.add(Permutation.at(Mix.mix(key), 20, i));
            }
            orders.add(order);
        }
        assertThat(orders).doesNotHaveDuplicates();
    }

    @Test
    void theFirstPlacesAreSpreadOverTheDomain() {
        int[] tenths = new int[10];
        for (int i = 0; i < 10_000; i++) {
            tenths[(int) (Permutation.at(2026, 1_000_000_000, i) / 100_000_000)]++;
        }
        for (int count : tenths) {
            assertThat(count).isBetween(900, 1_100);
        }
    }

    @Test
    void whatIsOutsideTheDomainIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Permutation.at(0, 10, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> Permutation.at(0, 10, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Permutation.indexOf(0, 10, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> Permutation.at(0, Long.MAX_VALUE, 0));
    }

    private static void assertBijection(int size, long key) {
        BitSet seen = new BitSet(size);
        for (int i = 0; i < size; i++) {
            long place = Permutation.at(key, size, i);
            if (place < 0 || place >= size || Permutation.indexOf(key, size, place) != i) {
                throw new AssertionError("key " + key + ", size " + size + ", index " + i + ": place " + place);
            }
            seen.set((int) place);
        }
        assertThat(seen.cardinality()).isEqualTo(size);
    }
}
