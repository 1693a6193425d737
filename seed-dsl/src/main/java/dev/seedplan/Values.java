package dev.seedplan;

import dev.seedplan.internal.Choices;
import dev.seedplan.internal.Weighted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The catalogue of values, for {@code import static dev.seedplan.Values.*;}.
 *
 * <p>Each is a source without state: the same seed, table, column and row give the same value. Those over a finite domain
 * have {@code unique()}; texts in the plan's language have {@code in("de")}. Ranges include both ends unless said otherwise.
 */
public final class Values extends TimeValues {

    private static final OptionalGen<?> NONE = cell -> null;
    private static final Gen<UUID> UUIDS = new Choices.Uuids();

    private Values() {}

    /** {@return NULL always} */
    @SuppressWarnings("unchecked")
    public static <T> OptionalGen<T> none() {
        return (OptionalGen<T>) NONE;
    }

    /** {@return the same value always} */
    public static <T> Gen<T> constant(T value) {
        return cell -> value;
    }

    /**
     * {@return one of the values, each as likely as another}
     *
     * <pre>{@code
     * c.plan(oneOf("free", "pro", "team"));
     * }</pre>
     *
     * @throws IllegalArgumentException if there is none
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> UniqueGen<T> oneOf(T... values) {
        return new Choices.OneOf<>(List.of(values));
    }

    /**
     * {@return one of the list's values, each as likely as another}
     *
     * @throws IllegalArgumentException if there is none
     */
    public static <T> UniqueGen<T> oneOf(List<T> values) {
        return new Choices.OneOf<>(List.copyOf(values));
    }

    /** {@return one of an enum's constants, each as likely as another} */
    public static <E extends Enum<E>> UniqueGen<E> enums(Class<E> type) {
        return new Choices.OneOf<>(Choices.constants(type));
    }

    /** {@return a value of one of the sources, each as likely as another} */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Gen<T> anyOf(Gen<? extends T>... gens) {
        return new Choices.AnyOf<>(List.of(gens));
    }

    /**
     * {@return one of two values, each in proportion to its weight}
     *
     * <pre>{@code
     * p.status(weighted(PUBLISHED, 8, DRAFT, 2));
     * }</pre>
     *
     * @throws IllegalArgumentException if a weight is negative, or all are 0; so for all {@code weighted}
     */
    public static <T> Gen<T> weighted(T v1, double w1, T v2, double w2) {
        return Weighted.of(List.of(v1, v2), w1, w2);
    }

    /** {@return one of three values, each in proportion to its weight} */
    public static <T> Gen<T> weighted(T v1, double w1, T v2, double w2, T v3, double w3) {
        return Weighted.of(List.of(v1, v2, v3), w1, w2, w3);
    }

    /** {@return one of four values, each in proportion to its weight} */
    public static <T> Gen<T> weighted(T v1, double w1, T v2, double w2, T v3, double w3, T v4, double w4) {
        return Weighted.of(List.of(v1, v2, v3, v4), w1, w2, w3, w4);
    }

    /** {@return one of five values, each in proportion to its weight} */
    public static <T> Gen<T> weighted(
            T v1, double w1, T v2, double w2, T v3, double w3, T v4, double w4, T v5, double w5) {
        return Weighted.of(List.of(v1, v2, v3, v4, v5), w1, w2, w3, w4, w5);
    }

    /** {@return one of six values, each in proportion to its weight} */
    public static <T> Gen<T> weighted(
            T v1, double w1, T v2, double w2, T v3, double w3, T v4, double w4, T v5, double w5, T v6, double w6) {
        return Weighted.of(List.of(v1, v2, v3, v4, v5, v6), w1, w2, w3, w4, w5, w6);
    }

    /** {@return one of seven values, each in proportion to its weight} */
    public static <T> Gen<T> weighted(
            T v1,
            double w1,
            T v2,
            double w2,
            T v3,
            double w3,
            T v4,
            double w4,
            T v5,
            double w5,
            T v6,
            double w6,
            T v7,
            double w7) {
        return Weighted.of(List.of(v1, v2, v3, v4, v5, v6, v7), w1, w2, w3, w4, w5, w6, w7);
    }

    /** {@return one of eight values, each in proportion to its weight} */
    public static <T> Gen<T> weighted(
            T v1,
            double w1,
            T v2,
            double w2,
            T v3,
            double w3,
            T v4,
            double w4,
            T v5,
            double w5,
            T v6,
            double w6,
            T v7,
            double w7,
            T v8,
            double w8) {
        return Weighted.of(List.of(v1, v2, v3, v4, v5, v6, v7, v8), w1, w2, w3, w4, w5, w6, w7, w8);
    }

    /**
     * {@return one of the map's keys, each in proportion to its weight} The map's order does not matter; keys are ordered
     * by their text.
     */
    public static <T> Gen<T> weighted(Map<T, ? extends Number> weights) {
        return Weighted.of(weights);
    }

    /**
     * {@return a list for an array column}
     *
     * <pre>{@code
     * p.labels(lists(word(), 0, 4));
     * }</pre>
     *
     * @param min the fewest elements
     * @param max the most elements
     * @throws IllegalArgumentException if {@code min} is negative or above {@code max}
     */
    public static <T> Gen<List<T>> lists(Gen<? extends T> gen, int min, int max) {
        return new Choices.Lists<>(gen, min, max);
    }

    /**
     * {@return different values of a list, in its order, for an array column}
     *
     * @param min the fewest
     * @param max the most
     * @throws IllegalArgumentException if {@code min} is negative or above {@code max}, or the list is too short
     */
    public static <T> Gen<List<T>> someOf(List<T> values, int min, int max) {
        return new Choices.SomeOf<>(List.copyOf(values), min, max);
    }

    /**
     * {@return texts and values one after the other}
     *
     * <pre>{@code
     * r.code(concat("R-", ints(100, 999), "/", countryCode()));
     * }</pre>
     *
     * @param parts sources, and anything else as its text
     */
    public static TextGen concat(Object... parts) {
        return new Choices.Joined(Arrays.asList(parts.clone()));
    }

    /** {@return a random UUID, version 4 of RFC 9562} */
    public static Gen<UUID> uuids() {
        return UUIDS;
    }

    /**
     * {@return random bytes}
     *
     * @param length how many, 0 or more
     */
    public static Gen<byte[]> bytes(int length) {
        return new Choices.Bytes(length);
    }
}
