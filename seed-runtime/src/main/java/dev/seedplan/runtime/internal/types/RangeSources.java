package dev.seedplan.runtime.internal.types;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ranges that are never empty, and multiranges of one or two of them. */
final class RangeSources {

    private RangeSources() {}

    /** Takes the source of the subtype's values. */
    static ValueSource of(SqlType.Range type, ValueSource bounds) {
        Comparator<Object> order = ValueOrder.of(type.subtype()).orElse(null);
        if (!type.multirange()) {
            return draws -> range(type, bounds, order, draws);
        }
        if (order == null) {
            return draws -> "{" + range(type, bounds, null, draws) + "}";
        }
        return draws -> "{" + ranges(type.subtype(), bounds, order, draws) + "}";
    }

    private static String range(
            SqlType.Range type, ValueSource bounds, @Nullable Comparator<Object> order, Draws draws) {
        Object one = bounds.at(draws.of("lower"));
        Object other = order == null ? one : next(one, bounds, draws.of("upper"));
        int difference = order == null ? 0 : order.compare(one, other);
        if (difference == 0) {
            // The one form that is a range whatever the order is.
            return RangeText.of(type.subtype(), one, one, true);
        }
        return difference < 0
                ? RangeText.of(type.subtype(), one, other, false)
                : RangeText.of(type.subtype(), other, one, false);
    }

    /** Days or hours later for times, near by for whole numbers, else another value. */
    private static Object next(Object value, ValueSource bounds, Draws draws) {
        if (value instanceof LocalDate date) {
            return date.plusDays(1 + draws.below(14));
        } else if (value instanceof LocalDateTime time) {
            return time.plusHours(1 + draws.below(72));
        } else if (value instanceof Instant instant) {
            return instant.plusSeconds(3_600 * (1 + draws.below(72)));
        } else if (value instanceof Long number) {
            return number + 1 + draws.below(100);
        }
        return bounds.at(draws);
    }

    private static String ranges(SqlType subtype, ValueSource bounds, Comparator<Object> order, Draws draws) {
        List<Object> drawn = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Object value = bounds.at(draws.of(i));
            if (drawn.stream().noneMatch(other -> order.compare(other, value) == 0)) {
                drawn.add(value);
            }
        }
        drawn.sort(order);
        List<String> ranges = new ArrayList<>();
        if (drawn.size() == 1) {
            return RangeText.of(subtype, drawn.get(0), drawn.get(0), true);
        }
        for (int i = 0; i + 1 < drawn.size(); i += 2) {
            ranges.add(RangeText.of(subtype, drawn.get(i), drawn.get(i + 1), false));
        }
        return ranges.stream().collect(Collectors.joining(","));
    }
}
