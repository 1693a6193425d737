package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.DoubleGen;
import dev.seedplan.Gen;
import dev.seedplan.IntGen;
import dev.seedplan.UniqueGen;
import dev.seedplan.UniqueIntGen;
import dev.seedplan.UniqueLongGen;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers. What needs logarithms takes them from {@link StrictMath}: {@link Math} may differ in the last bit between JVMs.
 */
public final class Numbers {

    // What a permutation can hold.
    private static final long MOST = 1L << 62;

    private Numbers() {}

    private static void checkOrder(boolean ordered, Object min, Object max) {
        if (!ordered) {
            throw new IllegalArgumentException(
                    "there is nothing between " + min + " and " + max + ": the first is larger");
        }
    }

    /**
     * Ints, each as likely as another.
     *
     * @param min the smallest
     * @param max the largest
     */
    public record Ints(int min, int max) implements UniqueIntGen {

        /** Checks the order. */
        public Ints {
            checkOrder(min <= max, min, max);
        }

        @Override
        public int intAt(Cell cell) {
            return nthInt(cell, cell.below(0, capacity(cell)));
        }

        @Override
        public long capacity(Cell cell) {
            return (long) max - min + 1;
        }

        @Override
        public int nthInt(Cell cell, long index) {
            return (int) (min + index);
        }
    }

    /**
     * Longs, each as likely as another.
     *
     * @param min the smallest
     * @param max the largest, less than 2^62 above the smallest
     */
    public record Longs(long min, long max) implements UniqueLongGen {

        /** Checks order and size. */
        public Longs {
            checkOrder(min <= max, min, max);
            if (max - min < 0 || max - min >= MOST) {
                throw new IllegalArgumentException("longs(" + min + ", " + max + ") has more than 2^62 values");
            }
        }

        @Override
        public long longAt(Cell cell) {
            return min + cell.below(0, max - min + 1);
        }

        @Override
        public long capacity(Cell cell) {
            return max - min + 1;
        }

        @Override
        public long nthLong(Cell cell, long index) {
            return min + index;
        }
    }

    /**
     * Decimal numbers, each as likely as another.
     *
     * @param min the smallest, in units of the last digit
     * @param max the largest, in units of the last digit
     * @param scale the digits after the point
     */
    public record Decimals(long min, long max, int scale) implements UniqueGen<BigDecimal> {

        /**
         * {@return the numbers between two, both included}
         *
         * @throws IllegalArgumentException if one has more digits after the point than {@code scale}, or there are none
         */
        public static Decimals of(BigDecimal min, BigDecimal max, int scale) {
            checkOrder(min.compareTo(max) <= 0, min, max);
            try {
                return new Decimals(unscaled(min, scale), unscaled(max, scale), scale);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        "the numbers from " + min + " to " + max + " do not fit " + scale + " digits after the point",
                        e);
            }
        }

        private static long unscaled(BigDecimal number, int scale) {
            return number.setScale(scale, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        }

        /** Checks order and size. */
        public Decimals {
            checkOrder(min <= max, min, max);
            if (max - min < 0 || max - min >= MOST) {
                throw new IllegalArgumentException("there are more than 2^62 decimal numbers in the range");
            }
        }

        @Override
        public BigDecimal at(Cell cell) {
            return nth(cell, cell.below(0, max - min + 1));
        }

        @Override
        public long capacity(Cell cell) {
            return max - min + 1;
        }

        @Override
        public BigDecimal nth(Cell cell, long index) {
            return BigDecimal.valueOf(min + index, scale);
        }
    }

    /**
     * Doubles, evenly spread.
     *
     * @param min the smallest
     * @param max the bound, not reached
     */
    public record Doubles(double min, double max) implements DoubleGen {

        /** Checks the order. */
        public Doubles {
            checkOrder(min <= max, min, max);
        }

        @Override
        public double doubleAt(Cell cell) {
            double u = cell.unit(0);
            return min * (1 - u) + max * u;
        }
    }

    /**
     * Degrees with 6 digits after the point, evenly spread: a step is about 0.1 m on the ground.
     *
     * @param limit the largest; the smallest is its negative
     */
    public record Degrees(int limit) implements DoubleGen {

        private static final int STEPS = 1_000_000;

        @Override
        public double doubleAt(Cell cell) {
            return (cell.below(0, 2L * limit * STEPS + 1) - (long) limit * STEPS) / (double) STEPS;
        }
    }

    /**
     * A normal distribution, by the method of G. Box and M. Muller, "A Note on the Generation of Random Normal Deviates"
     * (1958).
     *
     * @param mean the middle
     * @param deviation the standard deviation, 0 or more
     */
    public record Normal(double mean, double deviation) implements DoubleGen {

        /** Checks the deviation. */
        public Normal {
            if (!(deviation >= 0)) {
                throw new IllegalArgumentException("the standard deviation is " + deviation + ", it must be 0 or more");
            }
        }

        @Override
        public double doubleAt(Cell cell) {
            // 1 - u lies above 0, where the logarithm is finite.
            double radius = Math.sqrt(-2 * StrictMath.log(1 - cell.unit(0)));
            return mean + deviation * radius * StrictMath.cos(2 * Math.PI * cell.unit(1));
        }
    }

    /**
     * Waiting times: an exponential distribution.
     *
     * @param mean the mean, above 0
     */
    public record Exponential(double mean) implements DoubleGen {

        /** Checks the mean. */
        public Exponential {
            if (!(mean > 0)) {
                throw new IllegalArgumentException("the mean is " + mean + ", it must be above 0");
            }
        }

        @Override
        public double doubleAt(Cell cell) {
            return -mean * StrictMath.log(1 - cell.unit(0));
        }
    }

    /**
     * Few large, many small: the k-th number comes up in proportion to ln(1 + 1/k), which nears 1/k, G. K. Zipf's law.
     *
     * @param min the smallest and most frequent
     * @param max the largest and rarest
     */
    public record Zipf(int min, int max) implements IntGen {

        /** Checks the order. */
        public Zipf {
            checkOrder(min <= max, min, max);
        }

        @Override
        public int intAt(Cell cell) {
            long count = (long) max - min + 1;
            long rank = (long) StrictMath.exp(cell.unit(0) * StrictMath.log(count + 1.0));
            return (int) (min + Math.min(count, rank) - 1);
        }
    }

    /**
     * True or false.
     *
     * @param share the share of true, 0 to 1
     */
    public record Bools(double share) implements Gen<Boolean> {

        /** Checks the share. */
        public Bools {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("the share of true is " + share + ", it must be between 0 and 1");
            }
        }

        @Override
        public Boolean at(Cell cell) {
            return cell.unit(0) < share;
        }
    }
}
