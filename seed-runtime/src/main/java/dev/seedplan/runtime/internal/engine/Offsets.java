package dev.seedplan.runtime.internal.engine;

import java.util.Arrays;

/**
 * Where the children of each parent begin: one sum for each block of 4,096 parents. Within a block the numbers are
 * counted again, so that nothing else is kept however many rows there are.
 */
final class Offsets {

    static final int BLOCK = 4_096;

    private final long[] sums;
    private final int greatest;

    private Offsets(long[] sums, int greatest) {
        this.sums = sums;
        this.greatest = greatest;
    }

    /** One pass over the parents. */
    static Offsets of(AddressRun parents, Counts counts) {
        int blocks = Math.toIntExact((parents.size() + BLOCK - 1) / BLOCK);
        long[] sums = new long[blocks + 1];
        int[] greatest = new int[1];
        parents.forEach((ordinal, address) -> {
            int children = counts.at(address);
            sums[(int) (ordinal / BLOCK) + 1] += children;
            greatest[0] = Math.max(greatest[0], children);
        });
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return new Offsets(sums, greatest[0]);
    }

    long total() {
        return sums[sums.length - 1];
    }

    /** {@return the greatest number of children of one parent} */
    int greatest() {
        return greatest;
    }

    /** {@return the block of parents in which child {@code ordinal} is} */
    int blockOf(long ordinal) {
        int low = 0;
        int high = sums.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sums[middle] <= ordinal) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** {@return the ordinal of the first child of a block of parents} */
    long first(int block) {
        return sums[block];
    }

    /** One block counted again, as each worker keeps the last one it used. */
    static final class Expanded {

        private final int[] starts = new int[BLOCK + 1];
        private int block = -1;
        private int parents;

        /** Counts the children of each parent of a block, unless that is the block at hand. */
        void expand(int wanted, RowSet set, Counts counts, Worker worker) {
            if (block == wanted) {
                return;
            }
            long first = (long) wanted * BLOCK;
            parents = (int) Math.min(BLOCK, set.size() - first);
            int sum = 0;
            for (int i = 0; i < parents; i++) {
                starts[i] = sum;
                sum += counts.at(set.address(first + i, worker));
            }
            starts[parents] = sum;
            block = wanted;
        }

        /** {@return the ordinal of the parent of the block's child number {@code within}} */
        long parentOf(int within) {
            int found = Arrays.binarySearch(starts, 0, parents + 1, within);
            int index = found >= 0 ? found : -found - 2;
            // Parents without children start where the next one does: the last of them has the child.
            while (index + 1 <= parents && starts[index + 1] == starts[index]) {
                index++;
            }
            return (long) block * BLOCK + index;
        }

        int start(long parent) {
            return starts[(int) (parent - (long) block * BLOCK)];
        }
    }
}
