package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.ValueOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a column may hold so that a row reaches a partition. All parts hold together; values are of the classes that package
 * {@code types} fixes.
 *
 * @param oneOf the only values, null for any
 * @param noneOf values that are excluded
 * @param from the least value, null for none
 * @param to the value that all others are less than, null for none
 * @param nullable whether NULL goes there too
 * @param modulus the value's remainder under it is {@code remainder}; 0 for any value
 * @param remainder 0 or more, below {@code modulus}
 */
public record KeyFact(
        @Nullable List<Object> oneOf,
        List<Object> noneOf,
        @Nullable Object from,
        @Nullable Object to,
        boolean nullable,
        long modulus,
        long remainder) {

    /** Any value, and NULL. */
    static final KeyFact ANYTHING = new KeyFact(null, List.of(), null, null, true, 0, 0);

    static KeyFact among(List<Object> values, boolean nullable) {
        return new KeyFact(values, List.of(), null, null, nullable, 0, 0);
    }

    static KeyFact notAmong(List<Object> values, boolean nullable) {
        return new KeyFact(null, values, null, null, nullable, 0, 0);
    }

    static KeyFact between(@Nullable Object from, @Nullable Object to) {
        return new KeyFact(null, List.of(), from, to, false, 0, 0);
    }

    static KeyFact onlyNull() {
        return among(List.of(), true);
    }

    KeyFact congruent(long modulus, long remainder) {
        return new KeyFact(oneOf, noneOf, from, to, nullable, modulus, remainder);
    }

    /** {@return whether nothing is said but perhaps about NULL} */
    boolean isOpen() {
        return oneOf == null && noneOf.isEmpty() && from == null && to == null && modulus == 0;
    }

    /**
     * {@return whether a value that is not NULL meets this; for a type that only the server orders, as far as equality
     * tells}
     *
     * @param type the column's
     */
    public boolean admits(SqlType type, Object value) {
        Optional<Comparator<Object>> order = ValueOrder.of(type);
        return (oneOf == null || contains(oneOf, value))
                && !contains(noneOf, value)
                && (from == null || order.isEmpty() || order.get().compare(value, from) >= 0)
                && (to == null || order.isEmpty() || order.get().compare(value, to) < 0)
                && (modulus == 0 || (value instanceof Long number && number % modulus == remainder));
    }

    /** {@return what meets both; empty if nothing does, or if that cannot be said without the server} */
    Optional<KeyFact> and(KeyFact other, SqlType type) {
        boolean both = nullable && other.nullable;
        if (modulus != 0 && other.modulus != 0 && (modulus != other.modulus || remainder != other.remainder)) {
            return Optional.empty();
        }
        Optional<Comparator<Object>> order = ValueOrder.of(type);
        if (order.isEmpty() && ((from != null && other.from != null) || (to != null && other.to != null))) {
            return Optional.empty();
        }
        List<Object> none = new ArrayList<>(noneOf);
        none.addAll(other.noneOf);
        KeyFact met = new KeyFact(
                null,
                List.copyOf(none),
                later(from, other.from, order, 1),
                later(to, other.to, order, -1),
                both,
                Math.max(modulus, other.modulus),
                Math.max(remainder, other.remainder));
        if (oneOf == null && other.oneOf == null) {
            boolean empty = met.from != null
                    && met.to != null
                    && order.isPresent()
                    && order.get().compare(met.from, met.to) >= 0;
            return empty ? (both ? Optional.of(onlyNull()) : Optional.empty()) : Optional.of(met);
        }
        List<Object> first = oneOf != null ? oneOf : List.of();
        List<Object> values = (oneOf == null && other.oneOf != null ? other.oneOf : first)
                .stream()
                        .filter(value -> met.admits(type, value))
                        .filter(value -> oneOf == null || contains(oneOf, value))
                        .filter(value -> other.oneOf == null || contains(other.oneOf, value))
                        .toList();
        return values.isEmpty() && !both ? Optional.empty() : Optional.of(among(values, both));
    }

    private static @Nullable Object later(
            @Nullable Object a, @Nullable Object b, Optional<Comparator<Object>> order, int sign) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return order.orElseThrow().compare(a, b) * sign >= 0 ? a : b;
    }

    private static boolean contains(List<Object> values, Object value) {
        return values.stream().anyMatch(other -> same(other, value));
    }

    /** Numbers of another scale are the same. */
    static boolean same(Object a, Object b) {
        if (a instanceof BigDecimal first && b instanceof BigDecimal second) {
            return first.compareTo(second) == 0;
        }
        return a.equals(b);
    }
}
