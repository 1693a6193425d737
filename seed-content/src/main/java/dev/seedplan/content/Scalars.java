package dev.seedplan.content;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scalar types of components. All are strict: the whole text is the value, in ASCII digits, without white space
 * around it, without separators of thousands; dates are those of ISO 8601 and exist.
 */
final class Scalars {

    /**
     * The most digits before and after the point of a number: what PostgreSQL's numeric holds at most
     * (its documentation, 8.1.2), so that {@code 1e999999999} takes no memory here.
     */
    private static final int MOST_DIGITS = 131_072;

    private static final Pattern INTEGRAL = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,6})?");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static final ScalarType TEXT = new ScalarType("a text", Value.Kind.STRING, text -> text);
    static final ScalarType INTEGER =
            number("a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE, Scalars::integer);
    static final ScalarType LONG =
            number("a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE, Scalars::whole);
    static final ScalarType DOUBLE = number("a number such as 12.5", Scalars::floating);
    static final ScalarType DECIMAL = number("a number such as 12.50", Scalars::decimal);
    static final ScalarType BOOLEAN = new ScalarType("true or false", Value.Kind.BOOLEAN, Scalars::truth);

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
            Map.entry(LocalDate.class, time("a date such as 2025-12-31", LocalDate::parse)),
            Map.entry(LocalTime.class, time("a time such as 18:30:00", LocalTime::parse)),
            Map.entry(
                    LocalDateTime.class,
                    time(
                            "a date and time without offset such as 2025-12-31T18:30:00",
                            text -> LocalDateTime.parse(withT(text)))),
            Map.entry(
                    Instant.class,
                    time(
                            "a date and time with offset such as 2025-12-31T18:30:00Z",
                            text -> OffsetDateTime.parse(withT(text)).toInstant())),
            Map.entry(UUID.class, new ScalarType("a UUID", Value.Kind.STRING, Scalars::uuid)));

    private Scalars() {}

    /** {@return the type of a class, null if it is none of these} */
    static @Nullable ScalarType of(Class<?> type) {
        return BY_CLASS.get(type);
    }

    private static ScalarType number(String wanted, Function<String, @Nullable Object> parser) {
        return new ScalarType(wanted, Value.Kind.NUMBER, parser);
    }

    private static ScalarType time(String wanted, Function<String, Object> parser) {
        return new ScalarType(wanted, Value.Kind.STRING, text -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                return null;
            }
        });
    }

    private static @Nullable Object integer(String text) {
        return whole(text) instanceof Long number && number == number.intValue() ? (Object) number.intValue() : null;
    }

    private static @Nullable Object whole(String text) {
        if (!INTEGRAL.matcher(text).matches()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object floating(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? null : (Object) number;
    }

    private static @Nullable Object decimal(String text) {
        if (text.length() > 2 * MOST_DIGITS || !NUMBER.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        boolean fits = Math.abs((long) number.scale()) <= MOST_DIGITS
                && (long) number.precision() - number.scale() <= MOST_DIGITS;
        return fits ? number : null;
    }

    private static @Nullable Object truth(String text) {
        return text.equalsIgnoreCase("true") ? Boolean.TRUE : text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    private static @Nullable Object uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /** YAML and PostgreSQL also write a space between date and time. */
    private static String withT(String text) {
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
    }
}
