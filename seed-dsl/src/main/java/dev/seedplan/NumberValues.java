package dev.seedplan;

import dev.seedplan.internal.Numbers;
import dev.seedplan.internal.Sequence;
import java.math.BigDecimal;

/** Numbers and their distributions. Import {@link Values}, which has all of these. */
public abstract class NumberValues extends TextValues {

    private static final UniqueIntGen PERCENT = new Numbers.Ints(0, 100);
    private static final UniqueIntGen AGE = new Numbers.Ints(18, 90);
    private static final UniqueIntGen RATING = new Numbers.Ints(1, 5);
    private static final IntGen SEQUENCE = new Sequence(1);
    private static final Gen<Boolean> BOOLS = new Numbers.Bools(0.5);

    NumberValues() {}

    /**
     * {@return a whole number, each as likely as another}
     *
     * <pre>{@code
     * p.likes(ints(0, 500));
     * }</pre>
     *
     * @param min the smallest
     * @param max the largest, included
     * @throws IllegalArgumentException if {@code min} is above {@code max}
     */
    public static UniqueIntGen ints(int min, int max) {
        return new Numbers.Ints(min, max);
    }

    /**
     * {@return a whole number for a {@code bigint} column, each as likely as another}
     *
     * @param min the smallest
     * @param max the largest, included; less than 2^62 above the smallest
     * @throws IllegalArgumentException if {@code min} is above {@code max}, or too far below
     */
    public static UniqueLongGen longs(long min, long max) {
        return new Numbers.Longs(min, max);
    }

    /**
     * {@return a number from {@code min} up to but without {@code max}, evenly spread}
     *
     * @throws IllegalArgumentException if {@code min} is above {@code max}
     */
    public static DoubleGen doubles(double min, double max) {
        return new Numbers.Doubles(min, max);
    }

    /**
     * {@return a decimal number, each as likely as another, with as many digits after the point as the bounds have}
     *
     * <pre>{@code
     * o.discount(decimals("0.00", "99.99"));
     * }</pre>
     *
     * @param min the smallest
     * @param max the largest, included
     * @throws IllegalArgumentException if one is not a number, or {@code min} is above {@code max}
     */
    public static UniqueGen<BigDecimal> decimals(String min, String max) {
        BigDecimal low = new BigDecimal(min);
        BigDecimal high = new BigDecimal(max);
        return Numbers.Decimals.of(low, high, Math.max(0, Math.max(low.scale(), high.scale())));
    }

    /**
     * {@return a decimal number, each as likely as another}
     *
     * @param min the smallest
     * @param max the largest, included
     * @param scale the digits after the point, 0 or more
     * @throws IllegalArgumentException if a bound has more digits, or {@code min} is above {@code max}
     */
    public static UniqueGen<BigDecimal> decimals(BigDecimal min, BigDecimal max, int scale) {
        return Numbers.Decimals.of(min, max, scale);
    }

    /** {@return a whole number from 0 to 100} */
    public static UniqueIntGen percent() {
        return PERCENT;
    }

    /** {@return the age of a grown-up in years: 18 to 90, each as likely as another} */
    public static UniqueIntGen age() {
        return AGE;
    }

    /** {@return 1 to 5 stars, each as likely as another} */
    public static UniqueIntGen rating() {
        return RATING;
    }

    /**
     * {@return a number around a mean: a normal distribution, by the method of Box and Muller (1958)}
     *
     * @param mean the middle
     * @param deviation the standard deviation, 0 or more: 68 % lie within one of the mean, 95 % within two
     * @throws IllegalArgumentException if {@code deviation} is negative
     */
    public static DoubleGen normal(double mean, double deviation) {
        return new Numbers.Normal(mean, deviation);
    }

    /**
     * {@return a waiting time: an exponential distribution}
     *
     * @param mean the mean, above 0
     * @throws IllegalArgumentException if {@code mean} is not above 0
     */
    public static DoubleGen exponential(double mean) {
        return new Numbers.Exponential(mean);
    }

    /**
     * {@return a whole number of which small ones are frequent and large ones rare} The k-th comes up in proportion to
     * ln(1 + 1/k), which nears 1/k, Zipf's law: views of pages, sizes of towns, followers.
     *
     * @param min the smallest and most frequent
     * @param max the largest, included
     * @throws IllegalArgumentException if {@code min} is above {@code max}
     */
    public static IntGen zipf(int min, int max) {
        return new Numbers.Zipf(min, max);
    }

    /** {@return the row's number: 1, 2, 3, …} */
    public static IntGen sequence() {
        return SEQUENCE;
    }

    /** {@return the row's number, counted from {@code start}} */
    public static IntGen sequence(int start) {
        return new Sequence(start);
    }

    /** {@return true or false, one as likely as the other} */
    public static Gen<Boolean> bools() {
        return BOOLS;
    }

    /**
     * {@return true in a share of the rows}
     *
     * @param share 0 (never) to 1 (always)
     * @throws IllegalArgumentException if {@code share} is not between 0 and 1
     */
    public static Gen<Boolean> bools(double share) {
        return new Numbers.Bools(share);
    }
}
