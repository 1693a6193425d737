package dev.seedplan.spi;

/**
 * The random numbers of Seedplan: a 64-bit mixing function of a key and an address, with no state ({@code rng = 1}).
 *
 * <p>The mixer is the finaliser of SplitMix64 in Stafford's variant 13, and the increments are odd constants in the
 * golden ratio, as in G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators" (OOPSLA 2014).
 * Golden vectors freeze it: a change would change every seeded database.
 */
public final class Mix {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long SILVER = 0xd1b54a32d192ed03L;

    private Mix() {}

    /** {@return a bijective scrambling of 64 bits} */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** {@return 64 bits that depend on both, in this order} */
    public static long combine(long key, long value) {
        return mix(key + GOLDEN + mix(value + SILVER));
    }

    /** {@return 64 bits that depend on the key and each character} */
    public static long combine(long key, CharSequence text) {
        long h = key;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return combine(h, text.length());
    }

    /** {@return draw number {@code n} of the row at address {@code row} under {@code key}} */
    public static long draw(long key, long row, int n) {
        long first = mix(key + row * GOLDEN);
        return n == 0 ? first : mix(first + n * SILVER);
    }

    /**
     * Brings 64 random bits to a range by the high half of their product with its size.
     *
     * @param bound 1 or more
     * @return 0 (inclusive) to {@code bound} (exclusive)
     */
    public static long below(long bits, long bound) {
        // The unsigned high product; Math.unsignedMultiplyHigh came with JDK 18, and the bound is never negative.
        return Math.multiplyHigh(bits, bound) + ((bits >> 63) & bound);
    }

    /** {@return 64 random bits as a double, 0 (inclusive) to 1 (exclusive), of 53 bits} */
    public static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    /**
     * Jump consistent hashing (J. Lamping, E. Veach, "A Fast, Minimal Memory, Consistent Hash Algorithm", 2014): growing
     * from n to m buckets moves a share (m-n)/m of the keys, to new buckets only.
     *
     * @param buckets 1 or more
     * @return a bucket, 0 (inclusive) to {@code buckets} (exclusive)
     */
    public static long jump(long key, long buckets) {
        long bucket = -1;
        long next = 0;
        long k = key;
        while (next < buckets) {
            bucket = next;
            k = k * 2862933555777941757L + 1;
            next = (long) ((bucket + 1) * (0x1.0p31 / ((k >>> 33) + 1)));
        }
        return bucket;
    }
}
