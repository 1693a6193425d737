package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Permutation;

/**
 * Different parents for the rows of one iterated parent. Where few of many are wanted, the first distinct ones of a
 * sequence of consistent picks, so that more parents move few of them; else places of a keyed permutation.
 */
final class DistinctPick {

    private static final int LONGEST_SEQUENCE = 64;

    private final ParentLayout layout;
    private long[] picks = new long[4];
    private int known;
    private int attempts;
    private long owner = -1;

    DistinctPick(ParentLayout layout) {
        this.layout = layout;
    }

    long ordinal(Frame child, long size) {
        long within = child.k();
        if (within < known && owner == child.parentOrdinal()) {
            return picks[(int) within];
        }
        if (child.parentOrdinal() < 0) {
            return Permutation.at(layout.pickKey(), size, within);
        }
        Addressing.Children children = (Addressing.Children) child.step().addressing();
        Addressing.Pairs pairs = children.pairs();
        if (pairs != null && pairs.foreignKey().equals(layout.spec().foreignKey())) {
            return paired(child, children, pairs.pairing(), (int) within);
        }
        long parentAddress = child.parentAddress();
        long base = Mix.draw(layout.pickKey(), parentAddress, 0);
        int most = children.offsets().greatest();
        if (most > LONGEST_SEQUENCE || most * 2L > size) {
            return Permutation.at(base, size, within);
        }
        if (owner != child.parentOrdinal()) {
            owner = child.parentOrdinal();
            known = 0;
            attempts = 0;
            picks = picks.length < most ? new long[most] : picks;
        }
        return sequence(base, size, (int) within);
    }

    private long paired(Frame child, Addressing.Children children, Pairing pairing, int within) {
        long parent = child.parentOrdinal();
        if (owner != parent) {
            Worker worker = child.worker();
            RowSet parents = children.parents();
            long address = parents.address(parent, worker);
            int count = children.counts().at(address);
            picks = picks.length < count ? new long[count] : picks;
            pairing.choose(
                    new Pairing.Parent(parent, address, child.local() - within, count),
                    ordinal -> children.counts().at(parents.address(ordinal, worker)),
                    picks);
            owner = parent;
            known = count;
        }
        return picks[within];
    }

    private long sequence(long base, long size, int within) {
        while (known <= within) {
            long candidate = Mix.jump(Mix.mix(base + attempts++), size);
            if (!contains(candidate)) {
                picks[known++] = candidate;
            }
        }
        return picks[within];
    }

    private boolean contains(long candidate) {
        for (int i = 0; i < known; i++) {
            if (picks[i] == candidate) {
                return true;
            }
        }
        return false;
    }
}
