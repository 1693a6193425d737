package dev.seedplan.runtime.internal.regex;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A set of code points as sorted ranges that do not touch: first, last, first, last, …. */
final class CharSet {

    /** Stands before a text's first character where anchors are looked for. */
    static final int BEGIN = 0x110000;

    /** Stands after a text's last character. */
    static final int END = 0x110001;

    static final CharSet NONE = new CharSet(new int[0]);

    /** Whatever PostgreSQL can store: no NUL, no surrogates. */
    static final CharSet PLAIN = new CharSet(new int[] {1, 0xD7FF, 0xE000, 0x10FFFF});

    static final CharSet MARKED = new CharSet(new int[] {1, 0xD7FF, 0xE000, END});

    /** What texts are made of where nothing else is asked for. */
    static final CharSet PRINTABLE = range(' ', '~');

    static final CharSet LOWER = range('a', 'z');
    static final CharSet UPPER = range('A', 'Z');
    static final CharSet DIGIT = range('0', '9');

    private final int[] ranges;

    private CharSet(int[] ranges) {
        this.ranges = ranges;
    }

    static CharSet of(int c) {
        return range(c, c);
    }

    static CharSet range(int first, int last) {
        return new CharSet(new int[] {first, last});
    }

    static CharSet where(IntPredicate holds) {
        int[] found = new int[64];
        int size = 0;
        for (int c = 1; c <= 0x10FFFF; c++) {
            if ((c < 0xD800 || c > 0xDFFF) && holds.test(c)) {
                if (size > 0 && found[size - 1] == c - 1) {
                    found[size - 1] = c;
                    continue;
                }
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = c;
                found[size++] = c;
            }
        }
        return new CharSet(Arrays.copyOf(found, size));
    }

    int[] ranges() {
        return ranges;
    }

    boolean isEmpty() {
        return ranges.length == 0;
    }

    boolean contains(int c) {
        int low = 0;
        int high = ranges.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (c < ranges[2 * middle]) {
                high = middle - 1;
            } else if (c > ranges[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    long size() {
        long size = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            size += ranges[i + 1] - ranges[i] + 1;
        }
        return size;
    }

    /** {@return the n-th member, from 0} */
    int at(long n) {
        long left = n;
        for (int i = 0; i < ranges.length; i += 2) {
            int width = ranges[i + 1] - ranges[i] + 1;
            if (left < width) {
                return ranges[i] + (int) left;
            }
            left -= width;
        }
        throw new IndexOutOfBoundsException(Long.toString(n));
    }

    CharSet or(CharSet other) {
        int[] all = Arrays.copyOf(ranges, ranges.length + other.ranges.length);
        System.arraycopy(other.ranges, 0, all, ranges.length, other.ranges.length);
        long[] pairs = new long[all.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = ((long) all[2 * i] << 32) | all[2 * i + 1];
        }
        Arrays.sort(pairs);
        int size = 0;
        for (long pair : pairs) {
            int first = (int) (pair >> 32);
            int last = (int) pair;
            if (size > 0 && first <= all[size - 1] + 1) {
                all[size - 1] = Math.max(all[size - 1], last);
            } else {
                all[size++] = first;
                all[size++] = last;
            }
        }
        return new CharSet(Arrays.copyOf(all, size));
    }

    CharSet and(CharSet other) {
        int[] both = new int[ranges.length + other.ranges.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < ranges.length && j < other.ranges.length) {
            int first = Math.max(ranges[i], other.ranges[j]);
            int last = Math.min(ranges[i + 1], other.ranges[j + 1]);
            if (first <= last) {
                both[size++] = first;
                both[size++] = last;
            }
            if (ranges[i + 1] < other.ranges[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return new CharSet(Arrays.copyOf(both, size));
    }

    /** {@return the plain characters that are not in this set} */
    CharSet not() {
        int[] gaps = new int[ranges.length + 2];
        int size = 0;
        int next = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] > next) {
                gaps[size++] = next;
                gaps[size++] = ranges[i] - 1;
            }
            next = ranges[i + 1] + 1;
        }
        if (next <= 0x10FFFF) {
            gaps[size++] = next;
            gaps[size++] = 0x10FFFF;
        }
        return new CharSet(Arrays.copyOf(gaps, size)).and(PLAIN);
    }

    /** {@return with every letter's other case; of letters beyond ASCII those cases that are one character} */
    CharSet anyCase() {
        CharSet result = this;
        for (int i = 0; i < ranges.length; i += 2) {
            // The whole of Unicode has both cases already.
            for (int c = ranges[i]; c <= ranges[i + 1] && ranges[i + 1] - ranges[i] < 5000; c++) {
                if (c <= 0x10FFFF && Character.isLetter(c)) {
                    result = result.or(of(Character.toLowerCase(c))).or(of(Character.toUpperCase(c)));
                }
            }
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CharSet set && Arrays.equals(ranges, set.ranges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ranges);
    }

    @Override
    public String toString() {
        return Arrays.toString(ranges);
    }
}
