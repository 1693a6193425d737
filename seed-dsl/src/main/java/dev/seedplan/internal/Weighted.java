package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of several values, each in proportion to its weight.
 *
 * @param <T> the type of the values
 */
public final class Weighted<T> implements Gen<T> {

    private final List<T> values;
    // The sum of the weights up to each value.
    private final double[] sums;

    private Weighted(List<T> values, double[] sums) {
        this.values = values;
        this.sums = sums;
    }

    /**
     * {@return one of {@code values}}
     *
     * @throws IllegalArgumentException if a weight is negative or not finite, or all are zero
     */
    public static <T> Weighted<T> of(List<T> values, double... weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the weight of " + values.get(i) + " is " + weights[i] + ", it must be 0 or more");
            }
            sum += weights[i];
            sums[i] = sum;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("weighted(…) needs a value with a weight above 0");
        }
        return new Weighted<>(values, sums);
    }

    /** {@return one of the keys; ordered by their text, so that a map's own order does not matter} */
    public static <T> Weighted<T> of(Map<T, ? extends Number> weights) {
        List<Map.Entry<T, ? extends Number>> entries = new ArrayList<>(weights.entrySet());
        entries.sort((a, b) -> text(a.getKey()).compareTo(text(b.getKey())));
        return of(
                entries.stream().<T>map(Map.Entry::getKey).toList(),
                entries.stream()
                        .mapToDouble(entry -> entry.getValue().doubleValue())
                        .toArray());
    }

    private static String text(Object key) {
        return key instanceof Enum<?> constant ? constant.name() : key.toString();
    }

    @Override
    public T at(Cell cell) {
        double mark = cell.unit(0) * sums[sums.length - 1];
        int i = 0;
        while (i < sums.length - 1 && sums[i] <= mark) {
            i++;
        }
        return values.get(i);
    }
}
