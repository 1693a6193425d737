package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.ParentSpec.Count;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Permutation;
import java.util.Arrays;

/**
 * Pairs in which each row of either parent is as often as any other, or once more. The rows of the link table, in order,
 * deal the others round by round, each round in a permutation of its own. Only a parent whose rows begin in one round
 * and end in the next could meet a row twice: the second round then begins with others instead, which change places.
 *
 * <p>Where parents take more than half of the others, the same deals those they do <em>not</em> take. So a parent's share
 * of a round is never more than half of it, and what changes places at a round's beginning never reaches its end.
 */
record EvenPairs(Sides sides, Count count) implements Pairing {

    static EvenPairs of(ParentSpec.Pairs pairs, Sides sides) {
        long rows = sides.rows(pairs.density());
        long least = pairs.orphans() ? 0 : Math.max(sides.parents(), sides.others());
        return new EvenPairs(sides, Pairing.even(Math.max(rows, sides.parents() == 0 ? 0 : least), sides.parents()));
    }

    @Override
    public void choose(Parent parent, CountOf counts, long[] into) {
        int size = (int) sides.others();
        if (count.max() * 2L <= size) {
            deal(parent.ordinal(), parent.start(), parent.count(), counts, into);
            return;
        }
        long[] left = new long[size - parent.count()];
        deal(
                parent.ordinal(),
                parent.ordinal() * size - parent.start(),
                left.length,
                ordinal -> size - counts.at(ordinal),
                left);
        Arrays.sort(left);
        long order = Mix.combine(sides.key(), parent.ordinal());
        int found = 0;
        for (int i = 0; found < parent.count(); i++) {
            long other = Permutation.at(order, size, i);
            if (Arrays.binarySearch(left, other) < 0) {
                into[found++] = other;
            }
        }
    }

    /** Deals {@code number} others to a parent, from place {@code start} of all that are dealt. */
    private void deal(long ordinal, long start, int number, CountOf counts, long[] into) {
        long size = sides.others();
        long round = start / size;
        int within = (int) (start - round * size);
        int here = (int) Math.min(number, size - within);
        long[] opening = within == 0 ? new long[0] : opening(ordinal, start, round, counts);
        for (int i = 0; i < here; i++) {
            into[i] = within + i < opening.length ? opening[within + i] : raw(round, within + i);
        }
        if (here < number) {
            long[] next = opening(round + 1, here, number - here);
            System.arraycopy(next, 0, into, here, number - here);
        }
    }

    /** The changed beginning of the round in which a parent begins; empty where it is as permuted. */
    private long[] opening(long ordinal, long start, long round, CountOf counts) {
        long border = round * sides.others();
        // No more than the share of one parent has changed.
        long most = count.max() * 2L <= sides.others() ? count.max() : sides.others() - count.min();
        if (start - border >= most) {
            return new long[0];
        }
        long from = start;
        long before = ordinal;
        int number = 0;
        while (from > border) {
            number = counts.at(--before);
            from -= number;
        }
        int first = (int) (border - from);
        return first == 0 ? new long[0] : opening(round, first, number - first);
    }

    /** The beginning of a round, of which a parent takes {@code second} after it took {@code first} of the one before. */
    private long[] opening(long round, int first, int second) {
        int size = (int) sides.others();
        long[] taken = new long[first];
        for (int i = 0; i < first; i++) {
            taken[i] = raw(round - 1, size - first + i);
        }
        Arrays.sort(taken);
        long[] opening = new long[first + second];
        for (int i = 0; i < opening.length; i++) {
            opening[i] = raw(round, i);
        }
        int next = second;
        for (int i = 0; i < second; i++) {
            if (Arrays.binarySearch(taken, opening[i]) >= 0) {
                while (Arrays.binarySearch(taken, opening[next]) >= 0) {
                    next++;
                }
                long other = opening[next];
                opening[next++] = opening[i];
                opening[i] = other;
            }
        }
        return opening;
    }

    private long raw(long round, int place) {
        return Permutation.at(Mix.combine(sides.key(), ~round), sides.others(), place);
    }
}
