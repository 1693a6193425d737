package dev.seedplan.runtime.internal.exclusion;

import dev.seedplan.runtime.internal.types.Draws;

/**
 * Consecutive slots on a line of whole numbers, each with a range inside that touches neither its neighbour's nor the
 * neighbouring slot: sixteen quanta, of which the range takes two to eleven, beginning at the first, second or third. Where
 * so much room is not there, slots are of three quanta with a range of one.
 *
 * @param origin where slot 0 begins
 * @param quantum what starts and lengths are multiples of
 * @param narrow whether slots are the narrow ones
 * @param length the length of every range; 0 for drawn ones
 * @param capacity the number of slots
 */
record Slots(long origin, long quantum, boolean narrow, long length, long capacity) {

    private static final int QUANTA = 16;
    private static final int STARTS = 3;
    private static final int SHORTEST = 2;
    private static final int LENGTHS = 10;

    /** What a slot of fixed ranges has beyond the range: late starts, and a gap. */
    private static final int FIXED_REST = STARTS + 1;

    private static final int NARROW = 3;

    /** A range: from its start up to its end, both not before the slot and before the next. */
    record Slot(long from, long to) {}

    /**
     * {@return slots for a number of rows}
     *
     * @param origin where they may begin
     * @param most where they must end
     * @param usual the quantum, if that is not too much
     * @param unit what the quantum must be a multiple of
     * @param rows how many slots are needed
     * @param length the length that every range has; 0 for any
     */
    static Slots of(long origin, long most, long usual, long unit, long rows, long length) {
        long distance = most - origin;
        long room = distance < 0 ? Long.MAX_VALUE : distance;
        long needed = length / (QUANTA - FIXED_REST) + 1;
        long wanted = Math.max(usual, (needed + unit - 1) / unit * unit);
        for (long quantum : new long[] {wanted, room / QUANTA / Math.max(1, rows) / unit * unit, unit}) {
            if (quantum > 0 && quantum <= wanted && quantum >= needed && room / QUANTA / quantum >= rows) {
                return new Slots(origin, quantum, false, length, room / QUANTA / quantum);
            }
        }
        if (length > 0) {
            return new Slots(origin, wanted, false, length, room / QUANTA / wanted);
        }
        return new Slots(origin, unit, true, 0, room / NARROW / unit);
    }

    /** {@return the first slot that begins after a place} */
    long after(long place) {
        long slot = (narrow ? NARROW : QUANTA) * quantum;
        return place < origin ? 0 : (place - origin) / slot + 1;
    }

    Slot at(long index, Draws draws) {
        if (narrow) {
            long from = origin + index * NARROW * quantum;
            return new Slot(from, from + quantum);
        }
        long from = origin + (index * QUANTA + draws.of("start").below(STARTS)) * quantum;
        return new Slot(
                from,
                from + (length > 0 ? length : (SHORTEST + draws.of("length").below(LENGTHS)) * quantum));
    }
}
