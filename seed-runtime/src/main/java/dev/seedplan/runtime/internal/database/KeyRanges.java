package dev.seedplan.runtime.internal.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /** {@return the keys of several ranges of the same increment} */
    public static KeyRanges of(List<KeyRange> keys) {
        long[] starts = new long[keys.size()];
        long[] offsets = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = keys.get(i).first();
            offsets[i + 1] = offsets[i] + keys.get(i).count();
        }
        return new KeyRanges(starts, offsets, keys.isEmpty() ? 1 : keys.get(0).increment());
    }

    /** {@return the key of the row with that ordinal} */
    public long at(long ordinal) {
        int range = 0;
        if (starts.length > 1) {
            int found = Arrays.binarySearch(offsets, ordinal);
            range = found >= 0 ? found : -found - 2;
        }
        return starts[range] + (ordinal - offsets[range]) * step;
    }

    /** {@return the number of all keys} */
    public long size() {
        return offsets[offsets.length - 1];
    }

    /** {@return the keys as the ledger has them} */
    public List<KeyRange> list() {
        List<KeyRange> keys = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            keys.add(new KeyRange(starts[i], offsets[i + 1] - offsets[i], step));
        }
        return keys;
    }
}
