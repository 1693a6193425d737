package dev.seedplan.content;

import dev.seedplan.spi.StrictText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scalar types of components, all as strict as {@link StrictText}.
 */
final class Scalars {

    static final ScalarType TEXT = new ScalarType("a text", Value.Kind.STRING, text -> text);
    static final ScalarType INTEGER =
            number("a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE, StrictText::integer);
    static final ScalarType LONG =
            number("a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE, StrictText::whole);
    static final ScalarType DOUBLE = number("a number such as 12.5", StrictText::floating);
    static final ScalarType DECIMAL = number("a number such as 12.50", StrictText::decimal);
    static final ScalarType BOOLEAN = new ScalarType("true or false", Value.Kind.BOOLEAN, StrictText::truth);

    private static final Map<Class<?>, ScalarType> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(int.class, INTEGER),
            Map.entry(Integer.class, INTEGER),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(BigDecimal.class, DECIMAL),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(LocalDate.class, time("a date such as 2025-12-31", StrictText::date)),
            Map.entry(LocalTime.class, time("a time such as 18:30:00", StrictText::time)),
            Map.entry(
                    LocalDateTime.class,
                    time("a date and time without offset such as 2025-12-31T18:30:00", StrictText::dateTime)),
            Map.entry(
                    Instant.class,
                    time("a date and time with offset such as 2025-12-31T18:30:00Z", StrictText::instant)),
            Map.entry(UUID.class, new ScalarType("a UUID", Value.Kind.STRING, StrictText::uuid)));

    private Scalars() {}

    /** {@return the type of a class, null if it is none of these} */
    static @Nullable ScalarType of(Class<?> type) {
        return BY_CLASS.get(type);
    }

    private static ScalarType number(String wanted, Function<String, @Nullable Object> parser) {
        return new ScalarType(wanted, Value.Kind.NUMBER, parser);
    }

    private static ScalarType time(String wanted, Function<String, @Nullable Object> parser) {
        return new ScalarType(wanted, Value.Kind.STRING, parser);
    }
}
