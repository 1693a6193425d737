package dev.seedplan.runtime.internal.fill;

import dev.seedplan.spi.Permutation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Keeps rows apart under several unique keys at once, by arithmetic. A key is a set of components (a foreign key's choice of
 * parents, or a column with few values). The row's number, permuted, is written in a mixed radix; each component takes one
 * digit, so that rows differ under a key whose components take all digits. A single key uses each component as a digit of its
 * own and reaches every combination; keys that share components share digits, and the assignment with the largest capacity
 * is looked for.
 */
final class DistinctScheme {

    /** Keys that share components rarely have more; beyond that each key gets the digits of its own components. */
    private static final int MOST_SEARCHED = 8;

    private static final int MOST_DIGITS = 3;

    private final List<Part> parts = new ArrayList<>();
    private final int components;

    /** Components that share keys, and the digit of each. */
    private record Part(int[] members, int[] digits, long[] radix, long capacity, long key, long offset) {}

    private DistinctScheme(int components) {
        this.components = components;
    }

    /**
     * Finds a scheme.
     *
     * @param keys each a set of components, by number
     * @param sizes how many values a component has, at least 1
     * @param wanted the number of rows
     * @param seed decides the permutation
     */
    static DistinctScheme of(List<BitSet> keys, long[] sizes, long wanted, long seed) {
        return of(keys, sizes, wanted, seed, new BitSet(), 0);
    }

    /**
     * Finds a scheme for a table that holds rows.
     *
     * @param plain components whose values the rows that are there may have taken, rather than new parents
     * @param offset how many rows are there: as many places are skipped in parts of such components
     */
    static DistinctScheme of(List<BitSet> keys, long[] sizes, long wanted, long seed, BitSet plain, long offset) {
        DistinctScheme scheme = new DistinctScheme(sizes.length);
        List<BitSet> minimal = new ArrayList<>();
        for (BitSet key : keys) {
            boolean implied = keys.stream().anyMatch(k -> !k.equals(key) && contains(key, k));
            if (!implied && !minimal.contains(key)) {
                minimal.add(key);
            }
        }
        while (!minimal.isEmpty()) {
            List<BitSet> group = new ArrayList<>(List.of(minimal.remove(0)));
            BitSet all = (BitSet) group.get(0).clone();
            for (int i = 0; i < minimal.size(); ) {
                if (minimal.get(i).intersects(all)) {
                    all.or(minimal.get(i));
                    group.add(minimal.remove(i));
                    i = 0;
                } else {
                    i++;
                }
            }
            long skipped = contains(plain, all) ? offset : 0;
            Part part = part(group, all.stream().toArray(), sizes, wanted + skipped, seed + scheme.parts.size());
            scheme.parts.add(new Part(part.members, part.digits, part.radix, part.capacity, part.key, skipped));
        }
        return scheme;
    }

    private static boolean contains(BitSet whole, BitSet part) {
        BitSet rest = (BitSet) part.clone();
        rest.andNot(whole);
        return rest.isEmpty();
    }

    private static Part part(List<BitSet> keys, int[] members, long[] sizes, long wanted, long seed) {
        if (keys.size() == 1) {
            int[] digits = new int[members.length];
            Arrays.setAll(digits, i -> i);
            return part(members, digits, sizes, members.length, seed);
        }
        Part best = null;
        int searched = Math.min(members.length, MOST_SEARCHED);
        for (int radixes = 1; radixes <= MOST_DIGITS; radixes++) {
            int[] digits = new int[members.length];
            Arrays.fill(digits, -1);
            do {
                if (covers(keys, members, digits, radixes)) {
                    Part candidate = part(members, digits.clone(), sizes, radixes, seed);
                    if (best == null || Math.min(candidate.capacity, wanted) > Math.min(best.capacity, wanted)) {
                        best = candidate;
                    }
                }
            } while (next(digits, searched, radixes));
        }
        if (best == null) {
            int[] digits = new int[members.length];
            best = part(members, digits, sizes, 1, seed);
        }
        return best;
    }

    private static Part part(int[] members, int[] digits, long[] sizes, int radixes, long seed) {
        long[] radix = new long[radixes];
        Arrays.fill(radix, Long.MAX_VALUE);
        for (int i = 0; i < members.length; i++) {
            if (digits[i] >= 0) {
                radix[digits[i]] = Math.min(radix[digits[i]], sizes[members[i]]);
            }
        }
        long capacity = 1;
        for (long r : radix) {
            capacity = r == 0 ? 0 : capacity > (Long.MAX_VALUE >> 1) / r ? Long.MAX_VALUE >> 1 : capacity * r;
        }
        return new Part(members, digits, radix, capacity, seed, 0);
    }

    private static boolean covers(List<BitSet> keys, int[] members, int[] digits, int radixes) {
        for (BitSet key : keys) {
            int seen = 0;
            for (int i = 0; i < members.length; i++) {
                if (digits[i] >= 0 && key.get(members[i])) {
                    seen |= 1 << digits[i];
                }
            }
            if (seen != (1 << radixes) - 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean next(int[] digits, int searched, int radixes) {
        for (int i = 0; i < searched; i++) {
            if (++digits[i] < radixes) {
                return true;
            }
            digits[i] = -1;
        }
        return false;
    }

    /** {@return how many rows it keeps apart} */
    long capacity() {
        return parts.stream()
                .mapToLong(p -> Math.max(0, p.capacity - p.offset))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** {@return the number of the value that each component takes in a row; -1 where it is free; {@code row} is below the capacity} */
    long[] at(long row) {
        return at(row, 0);
    }

    /** {@return the same for another attempt, whose place may be another row's} */
    long[] at(long row, long shift) {
        long[] values = new long[components];
        Arrays.fill(values, -1);
        for (Part part : parts) {
            long rest = Permutation.at(part.key, part.capacity, (row + part.offset + shift) % part.capacity);
            long[] digit = new long[part.radix.length];
            for (int d = 0; d < digit.length; d++) {
                digit[d] = rest % part.radix[d];
                rest /= part.radix[d];
            }
            for (int i = 0; i < part.members.length; i++) {
                if (part.digits[i] >= 0) {
                    values[part.members[i]] = digit[part.digits[i]];
                }
            }
        }
        return values;
    }
}
