package dev.seedplan.runtime.internal.engine;

import java.util.Arrays;

/**
 * The keys of a table's rows: ranges taken from its sequence, in the order of the ordinals.
 *
 * @param starts the first key of each range
 * @param offsets the ordinal of each range's first key, then the number of all keys
 * @param step the distance between keys, the sequence's increment
 */
public record KeyRanges(long[] starts, long[] offsets, long step) {

    /** One range of {@code count} keys from {@code start} on. */
    public static KeyRanges of(long start, long count, long step) {
        return new KeyRanges(new long[] {start}, new long[] {0, count}, step);
    }

    /** {@return the key of the row with that ordinal} */
    long at(long ordinal) {
        int range = 0;
        if (starts.length > 1) {
            int found = Arrays.binarySearch(offsets, ordinal);
            range = found >= 0 ? found : -found - 2;
        }
        return starts[range] + (ordinal - offsets[range]) * step;
    }
}
