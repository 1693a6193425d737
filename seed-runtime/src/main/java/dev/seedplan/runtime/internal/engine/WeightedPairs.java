package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Shape;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.ParentSpec.Count;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Permutation;
import java.util.HashSet;
import java.util.Set;

/**
 * Pairs in which few rows of either parent are often. A row of the other parent has a rank; ranks are drawn as the square
 * of a uniform number, so that a tenth of the others gets about a third of the draws.
 */
record WeightedPairs(Sides sides, Count count, boolean orphans) implements Pairing {

    static WeightedPairs of(ParentSpec.Pairs pairs, Sides sides) {
        long least = pairs.orphans() ? 0 : Pairing.ceil(sides.others(), sides.parents());
        long rows = Math.max(sides.rows(pairs.density()), least * sides.parents());
        Count count = new Count((int) least, (int) sides.others(), Shape.ZIPF, rows);
        return new WeightedPairs(sides, count, pairs.orphans());
    }

    @Override
    public void choose(Parent parent, CountOf counts, long[] into) {
        long size = sides.others();
        Set<Long> chosen = new HashSet<>();
        int found = 0;
        if (!orphans) {
            // All parents together take every other once.
            long first = Permutation.at(Mix.combine(sides.key(), 1), sides.parents(), parent.ordinal());
            for (long i = first; i < size; i += sides.parents()) {
                into[found] = Permutation.at(Mix.combine(sides.key(), 2), size, i);
                chosen.add(into[found++]);
            }
        }
        long draws = Mix.draw(sides.key(), parent.address(), 0);
        if (parent.count() * 2L <= size) {
            for (long attempt = 0; found < parent.count(); attempt++) {
                long other = ranked(skewed(draws, attempt, size));
                if (chosen.add(other)) {
                    into[found++] = other;
                }
            }
            return;
        }
        // Most of them: draw those that are left out, unpopular ones first.
        Set<Long> left = new HashSet<>();
        for (long attempt = 0; left.size() < size - parent.count(); attempt++) {
            long other = ranked(size - 1 - skewed(draws, attempt, size));
            if (!chosen.contains(other)) {
                left.add(other);
            }
        }
        for (long i = 0; found < parent.count(); i++) {
            long other = Permutation.at(draws, size, i);
            if (!chosen.contains(other) && !left.contains(other)) {
                into[found++] = other;
            }
        }
    }

    private static long skewed(long draws, long attempt, long size) {
        double unit = Mix.unit(Mix.combine(draws, attempt));
        return (long) (unit * unit * size);
    }

    private long ranked(long rank) {
        return Permutation.at(Mix.combine(sides.key(), 3), sides.others(), rank);
    }
}
