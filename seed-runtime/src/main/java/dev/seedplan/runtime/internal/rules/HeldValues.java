package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.sql.Interval;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Labeled;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan holds some values otherwise than package {@code types} does: an enum's label as a constant, an interval as a duration, a
 * time with zone as such, and the same inside arrays.
 */
final class HeldValues {

    private HeldValues() {}

    /** {@return a plan's value as package {@code types} holds it} */
    static @Nullable Object ofPlan(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        } else if (value instanceof Float number) {
            return number.doubleValue();
        } else if (value instanceof Labeled labeled) {
            return labeled.label();
        } else if (value instanceof Duration duration) {
            return duration.toSeconds() + "." + String.format(Locale.ROOT, "%06d", duration.toNanosPart() / 1_000)
                    + " seconds";
        } else if (value instanceof OffsetTime time) {
            return DateTimeFormatter.ISO_OFFSET_TIME.format(time);
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>(list.size());
            list.forEach(element -> all.add(ofPlan(element)));
            return all;
        }
        return value;
    }

    /** {@return a value as a plan holds it; empty if a plan cannot hold it} */
    static Optional<Object> toPlan(ColumnSpec column, Object value) {
        return toPlan(column, column.kind(), value);
    }

    private static Optional<Object> toPlan(ColumnSpec column, Kind kind, Object value) {
        return switch (kind) {
            case ENUM -> Optional.of(constant(column, value.toString()));
            case INTERVAL -> duration(value.toString());
            case TIMETZ -> Optional.of(time(value.toString()));
            case ARRAY -> list(column, (List<?>) value);
            case UNTYPED -> Optional.empty();
            default -> Optional.of(value);
        };
    }

    private static Object constant(ColumnSpec column, String label) {
        return column.constants().stream()
                .filter(c -> c.label().equals(label))
                .findFirst()
                .map(Object.class::cast)
                .orElse((Labeled) () -> label);
    }

    private static Optional<Object> list(ColumnSpec column, List<?> elements) {
        Kind element = column.element();
        if (element == null) {
            return Optional.empty();
        }
        List<Object> all = new ArrayList<>(elements.size());
        for (Object each : elements) {
            Optional<Object> held = each instanceof List<?> ? Optional.empty() : toPlan(column, element, each);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            all.add(held.get());
        }
        return Optional.of(all);
    }

    private static OffsetTime time(String text) {
        int zone = Math.max(text.indexOf('+'), text.indexOf('-'));
        String offset = zone < 0 ? "Z" : text.substring(zone);
        return LocalTime.parse(zone < 0 ? text.replace("Z", "") : text.substring(0, zone))
                .atOffset(java.time.ZoneOffset.of(offset));
    }

    private static Optional<Object> duration(String text) {
        return Optional.ofNullable(Interval.parse(text)).map(Interval::toDuration);
    }
}
