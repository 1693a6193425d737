package dev.seedplan.runtime.internal.database;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys at equal distances.
 *
 * @param first the first key
 * @param count how many, 1 or more
 * @param increment the distance from one to the next, as the sequence has it; not 0, below 0 where it descends
 */
public record KeyRange(long first, long count, long increment) {

    /**
     * {@return a part of the keys}
     *
     * @param keys ranges, one after the other
     * @param from how many keys to leave out
     * @param count how many to take
     */
    public static List<KeyRange> slice(List<KeyRange> keys, long from, long count) {
        List<KeyRange> part = new ArrayList<>();
        long skip = from;
        long left = count;
        for (KeyRange range : keys) {
            long taken = Math.min(left, range.count - skip);
            if (taken > 0) {
                part.add(new KeyRange(range.first + skip * range.increment, taken, range.increment));
                left -= taken;
            }
            skip = Math.max(0, skip - range.count);
        }
        if (left > 0) {
            throw new IllegalArgumentException("there are " + left + " keys too few");
        }
        return part;
    }

    /** {@return the last key} */
    public long last() {
        return first + (count - 1) * increment;
    }

    /** {@return the least key} */
    public long least() {
        return Math.min(first, last());
    }

    /** {@return the greatest key} */
    public long greatest() {
        return Math.max(first, last());
    }
}
