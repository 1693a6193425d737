package dev.seedplan.spi;

/**
 * A keyed permutation of 0 to {@code size - 1}, without memory: what makes values unique.
 *
 * <p>A Feistel network over the smallest number of bits that holds the domain, walked along its cycle until it falls
 * into the domain (J. Black, P. Rogaway, "Ciphers with Arbitrary Finite Domains", 2002). Less than two walks on average.
 */
public final class Permutation {

    private static final int ROUNDS = 8;

    private Permutation() {}

    /**
     * {@return the place of {@code index} in the permutation of that key}
     *
     * @param size the domain's size, 1 to 2^62
     * @param index 0 (inclusive) to {@code size} (exclusive)
     */
    public static long at(long key, long size, long index) {
        check(size, index);
        int bits = 64 - Long.numberOfLeadingZeros(size - 1);
        long x = index;
        do {
            x = forward(key, bits, x);
        } while (x >= size);
        return x;
    }

    /** {@return the index whose place is {@code place}: the inverse of {@link #at}} */
    public static long indexOf(long key, long size, long place) {
        check(size, place);
        int bits = 64 - Long.numberOfLeadingZeros(size - 1);
        long x = place;
        do {
            x = backward(key, bits, x);
        } while (x >= size);
        return x;
    }

    private static void check(long size, long index) {
        if (index < 0 || index >= size || size > 1L << 62) {
            throw new IllegalArgumentException("index " + index + " is outside a domain of " + size + " values");
        }
    }

    private static long forward(long key, int bits, long x) {
        int low = bits / 2;
        int high = bits - low;
        long l = x >>> low;
        long r = x & mask(low);
        for (int round = 0; round < ROUNDS; round++) {
            if ((round & 1) == 0) {
                l ^= Mix.mix(key + round + (r << 4)) & mask(high);
            } else {
                r ^= Mix.mix(key + round + (l << 4)) & mask(low);
            }
        }
        return l << low | r;
    }

    private static long backward(long key, int bits, long x) {
        int low = bits / 2;
        int high = bits - low;
        long l = x >>> low;
        long r = x & mask(low);
        for (int round = ROUNDS - 1; round >= 0; round--) {
            if ((round & 1) == 0) {
                l ^= Mix.mix(key + round + (r << 4)) & mask(high);
            } else {
                r ^= Mix.mix(key + round + (l << 4)) & mask(low);
            }
        }
        return l << low | r;
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }
}
