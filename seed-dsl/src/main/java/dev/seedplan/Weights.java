package dev.seedplan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Weights for {@link Assets#take(int, ToDoubleFunction)}, of which several are multiplied.
 *
 * <pre>{@code
 * ARTICLES.take(40, product(recency(Article::date, LocalDate.of(2026, 1, 1), 180), tags(Article::tags, Map.of("featured", 3.0))))
 * }</pre>
 */
public final class Weights {

    private Weights() {}

    /**
     * {@return 1 on a day, half as much for each {@code halfLife} days before it, and 1 after it; 0 without a date}
     *
     * @param date the asset's date
     * @param at the day, usually that of the plan's instant
     * @param halfLife in days, 1 or more
     */
    public static <A> ToDoubleFunction<A> recency(
            Function<? super A, ? extends @Nullable LocalDate> date, LocalDate at, int halfLife) {
        if (halfLife < 1) {
            throw new IllegalArgumentException("a half-life of " + halfLife + " days");
        }
        return asset -> {
            LocalDate day = date.apply(asset);
            return day == null ? 0 : Math.pow(0.5, Math.max(0, (double) ChronoUnit.DAYS.between(day, at) / halfLife));
        };
    }

    /** {@return the length of a text in characters; 0 without one} */
    public static <A> ToDoubleFunction<A> length(Function<? super A, ? extends @Nullable CharSequence> text) {
        return asset -> {
            CharSequence found = text.apply(asset);
            return found == null ? 0 : found.length();
        };
    }

    /**
     * {@return the product of the weights of an asset's tags; 1 for tags without one}
     *
     * @param tags the asset's
     * @param weights of a tag, 0 or more
     */
    public static <A> ToDoubleFunction<A> tags(
            Function<? super A, ? extends Collection<String>> tags, Map<String, Double> weights) {
        return asset -> tags.apply(asset).stream()
                .mapToDouble(tag -> weights.getOrDefault(tag, 1.0))
                .reduce(1, (a, b) -> a * b);
    }

    /** {@return the weight of a field's value; 1 for values without one} */
    public static <A> ToDoubleFunction<A> field(
            Function<? super A, ? extends @Nullable Object> field, Map<?, Double> weights) {
        return asset -> {
            Object value = field.apply(asset);
            Double weight = value == null ? null : weights.get(value);
            return weight == null ? 1 : weight;
        };
    }

    /** {@return the product of weights} */
    @SafeVarargs
    public static <A> ToDoubleFunction<A> product(ToDoubleFunction<? super A>... weights) {
        return asset -> {
            double product = 1;
            for (ToDoubleFunction<? super A> weight : weights) {
                product *= weight.applyAsDouble(asset);
            }
            return product;
        };
    }
}
