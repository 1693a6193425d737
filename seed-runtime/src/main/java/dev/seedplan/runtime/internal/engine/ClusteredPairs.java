package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.ParentSpec.Count;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Permutation;
import java.util.HashSet;
import java.util.Set;

/**
 * Pairs within groups: parent {@code i} is in group {@code i mod groups}, the others are cut into as many groups, in an
 * order of their own. A group is twice as large as what a parent takes of it, so that parents of one group share about
 * half of their others.
 */
record ClusteredPairs(Sides sides, Count count, boolean orphans, long groups) implements Pairing {

    static ClusteredPairs of(ParentSpec.Pairs pairs, Sides sides) {
        long most = Math.max(1, Math.min(sides.parents(), sides.others()));
        long groups = Math.max(1, Math.min(most, (long) (1 / (2 * pairs.density()))));
        while (true) {
            long rows = sides.rows(pairs.density());
            if (!pairs.orphans() && sides.parents() > 0) {
                long least = Pairing.ceil(Pairing.ceil(sides.others(), groups), sides.parents() / groups);
                rows = Math.max(rows, least * sides.parents());
            }
            Count count = Pairing.even(rows, sides.parents());
            if (groups == 1 || count.max() <= sides.others() / groups) {
                return new ClusteredPairs(sides, count, pairs.orphans(), groups);
            }
            groups--;
        }
    }

    @Override
    public void choose(Parent parent, CountOf counts, long[] into) {
        long group = parent.ordinal() % groups;
        long first = first(group);
        long size = first(group + 1) - first;
        Set<Long> chosen = new HashSet<>();
        int found = 0;
        if (!orphans) {
            // The parents of a group together take every other of it once.
            long members = (sides.parents() - group + groups - 1) / groups;
            for (long i = parent.ordinal() / groups; i < size; i += members) {
                chosen.add(i);
                into[found++] = placed(first + i);
            }
        }
        long order = Mix.draw(sides.key(), parent.address(), 0);
        for (long i = 0; found < parent.count(); i++) {
            long place = Permutation.at(order, size, i);
            if (!chosen.contains(place)) {
                into[found++] = placed(first + place);
            }
        }
    }

    private long first(long group) {
        return group * sides.others() / groups;
    }

    private long placed(long place) {
        return Permutation.at(Mix.combine(sides.key(), 4), sides.others(), place);
    }
}
