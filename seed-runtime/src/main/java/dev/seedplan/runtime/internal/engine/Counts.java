package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ParentSpec.Count;
import dev.seedplan.spi.Mix;

/** How many rows each iterated parent gets: a function of the parent's address, and for a total of two thresholds. */
final class Counts {

    private final long key;
    private final Count count;
    private final double[] zipf;
    private double scale = -1;
    private long extraBelow;

    Counts(long key, Count count) {
        this.key = key;
        this.count = count;
        zipf = count.shape() == dev.seedplan.Shape.ZIPF ? zipfSums(count.max() - count.min() + 1) : new double[0];
    }

    /** {@return the number of rows of the parent at that address} */
    int at(long parentAddress) {
        return scale < 0 ? drawn(parentAddress) : apportioned(parentAddress);
    }

    private int drawn(long parentAddress) {
        int span = count.max() - count.min() + 1;
        if (span == 1) {
            return count.min();
        }
        long bits = Mix.draw(key, parentAddress, 0);
        return count.min()
                + switch (count.shape()) {
                    case UNIFORM -> (int) Mix.below(bits, span);
                    case TRIANGLE -> (int) ((Mix.unit(bits) + Mix.unit(Mix.draw(key, parentAddress, 1))) / 2 * span);
                    case ZIPF -> zipfIndex(Mix.unit(bits));
                };
    }

    private int zipfIndex(double unit) {
        double target = unit * zipf[zipf.length - 1];
        int low = 0;
        int high = zipf.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (zipf[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static double[] zipfSums(int span) {
        double[] sums = new double[span];
        double sum = 0;
        for (int i = 0; i < span; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }

    // total=: every parent has a weight by its shape; a common scale turns weights into numbers, and the parents below
    // a
    // threshold of a second hash get one more. Two numbers are kept, whatever the number of parents.

    private int apportioned(long parentAddress) {
        int base = scaled(parentAddress, scale);
        boolean extra = base < count.max() && Long.compareUnsigned(tie(parentAddress), extraBelow) < 0;
        return base + (extra ? 1 : 0);
    }

    private int scaled(long parentAddress, double by) {
        int span = count.max() - count.min() + 1;
        double unit = Mix.unit(Mix.draw(key, parentAddress, 0));
        double weight = switch (count.shape()) {
            case UNIFORM -> unit;
            case TRIANGLE -> (unit + Mix.unit(Mix.draw(key, parentAddress, 1))) / 2;
            case ZIPF -> (zipfIndex(unit) + Mix.unit(Mix.draw(key, parentAddress, 2))) / span;
        };
        return (int) Math.min(count.max(), count.min() + (long) (weight * by));
    }

    private long tie(long parentAddress) {
        return Mix.draw(key, parentAddress, 3);
    }

    /**
     * Settles the thresholds such that the numbers of all parents sum up to the total.
     *
     * @throws EngineException if no numbers within the bounds do
     */
    void apportion(AddressRun parents, String what) {
        long total = count.total();
        long least = Math.multiplyExact(parents.size(), count.min());
        long most = Math.multiplyExact(parents.size(), count.max());
        if (total < least || total > most) {
            throw new EngineException(
                    EngineError.TOTAL_IMPOSSIBLE, what, total, count.min(), count.max(), parents.size(), least, most);
        }
        double low = 0;
        double high = 1;
        while (sum(parents, high) < total && high < 0x1p60) {
            high *= 2;
        }
        for (int i = 0; i < 64 && high - low > 1e-9; i++) {
            double middle = (low + high) / 2;
            if (sum(parents, middle) <= total) {
                low = middle;
            } else {
                high = middle;
            }
        }
        scale = low;
        long missing = total - sum(parents, low);
        extraBelow = missing == 0 ? 0 : threshold(parents, missing);
    }

    private long sum(AddressRun parents, double by) {
        long[] sum = new long[1];
        parents.forEach((ordinal, address) -> sum[0] += scaled(address, by));
        return sum[0];
    }

    private long threshold(AddressRun parents, long wanted) {
        long low = 0;
        long high = -1;
        while (Long.compareUnsigned(high - low, 1) > 0) {
            long middle = low + ((high - low) >>> 1);
            long[] below = new long[1];
            parents.forEach((ordinal, address) -> {
                if (scaled(address, scale) < count.max() && Long.compareUnsigned(tie(address), middle) < 0) {
                    below[0]++;
                }
            });
            if (below[0] == wanted) {
                return middle;
            }
            if (below[0] < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
