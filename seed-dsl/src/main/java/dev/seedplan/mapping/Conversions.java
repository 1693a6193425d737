package dev.seedplan.mapping;

import dev.seedplan.spi.Labeled;
import dev.seedplan.spi.StrictText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values of an asset as values of a column. Strict: {@code 12abc} is no number, 1.5 no whole one. An empty text counts as
 * missing, but for texts. What has no zone is in UTC, and a date begins at midnight.
 *
 * <p>Each method takes the value, null where it is missing, and the name of its field for messages.
 */
public final class Conversions {

    private static final int LONGEST_SHOWN = 60;

    private Conversions() {}

    /** {@return a text} */
    public static @Nullable String toText(@Nullable Object value, String field) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Labeled labeled ? labeled.label() : value == null ? null : value.toString();
    }

    /** {@return a whole number of 32 bits} */
    public static @Nullable Integer toInteger(@Nullable Object value, String field) {
        BigDecimal number = toDecimal(value, field);
        try {
            return number == null ? null : (Integer) number.intValueExact();
        } catch (ArithmeticException e) {
            throw refused(value, field, "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        }
    }

    /** {@return a whole number of 64 bits} */
    public static @Nullable Long toLong(@Nullable Object value, String field) {
        BigDecimal number = toDecimal(value, field);
        try {
            return number == null ? null : (Long) number.longValueExact();
        } catch (ArithmeticException e) {
            throw refused(value, field, "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
        }
    }

    /** {@return a double} */
    public static @Nullable Double toDouble(@Nullable Object value, String field) {
        BigDecimal number = toDecimal(value, field);
        return number == null ? null : (Double) number.doubleValue();
    }

    /** {@return a number} */
    public static @Nullable BigDecimal toDecimal(@Nullable Object value, String field) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw refused(value, field, "a number");
            }
            return BigDecimal.valueOf(number);
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        return value instanceof Number number
                ? BigDecimal.valueOf(number.longValue())
                : parsed(value, field, StrictText::decimal, "a number such as 12.50");
    }

    /** {@return a boolean} */
    public static @Nullable Boolean toBoolean(@Nullable Object value, String field) {
        return value instanceof Boolean truth ? truth : parsed(value, field, StrictText::truth, "true or false");
    }

    /** {@return a UUID} */
    public static @Nullable UUID toUuid(@Nullable Object value, String field) {
        return value instanceof UUID uuid ? uuid : parsed(value, field, StrictText::uuid, "a UUID");
    }

    /** {@return a date} */
    public static @Nullable LocalDate toDate(@Nullable Object value, String field) {
        if (value instanceof Instant instant) {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        return value instanceof LocalDate date
                ? date
                : parsed(value, field, StrictText::date, "a date such as 2025-12-31");
    }

    /** {@return a time of day} */
    public static @Nullable LocalTime toTime(@Nullable Object value, String field) {
        return value instanceof LocalTime time
                ? time
                : parsed(value, field, StrictText::time, "a time such as 18:30:00");
    }

    /** {@return a time of day with an offset} */
    public static @Nullable OffsetTime toOffsetTime(@Nullable Object value, String field) {
        LocalTime time = toTime(value, field);
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** {@return a point in time} */
    public static @Nullable Instant toInstant(@Nullable Object value, String field) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        return parsed(value, field, Conversions::instant, "a date, or a date and time such as 2025-12-31T18:30:00Z");
    }

    private static @Nullable Instant instant(String text) {
        LocalDate date = StrictText.date(text);
        LocalDateTime time = date == null ? StrictText.dateTime(text) : date.atStartOfDay();
        return time == null ? StrictText.instant(text) : time.toInstant(ZoneOffset.UTC);
    }

    /** {@return a date and time without a zone} */
    public static @Nullable LocalDateTime toDateTime(@Nullable Object value, String field) {
        Instant instant = toInstant(value, field);
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** {@return a length of time} */
    public static @Nullable Duration toDuration(@Nullable Object value, String field) {
        return value instanceof Duration duration
                ? duration
                : parsed(value, field, Conversions::duration, "a length of time such as PT1H30M");
    }

    private static @Nullable Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@return bytes} */
    public static byte @Nullable [] toBytes(@Nullable Object value, String field) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        String text = toText(value, field);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return JSON: a text as it is, anything else as JSON writes it} */
    public static @Nullable String toJson(@Nullable Object value, String field) {
        return value == null ? null : value instanceof String text ? text : JsonText.of(value);
    }

    /** {@return one of an enum's constants, by its label in the database or its name} */
    public static <E extends Enum<E>> @Nullable E toEnum(Class<E> type, @Nullable Object value, String field) {
        String text = toText(value, field);
        if (text == null || text.isEmpty()) {
            return null;
        }
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (label(constant).equals(text) || constant.name().equals(text)) {
                return constant;
            }
        }
        String labels = Arrays.stream(constants).map(Conversions::label).collect(Collectors.joining(", "));
        throw refused(value, field, "one of " + labels);
    }

    private static String label(Enum<?> constant) {
        return constant instanceof Labeled labeled ? labeled.label() : constant.name();
    }

    /** {@return a list, each of its values converted; a single value is a list of one} */
    public static <T> @Nullable List<T> toList(
            @Nullable Object value, String field, Function<Object, ? extends @Nullable T> item) {
        if (value == null) {
            return null;
        }
        List<T> items = new ArrayList<>();
        for (Object one : value instanceof List<?> list ? list : List.of(value)) {
            T converted = one == null ? null : item.apply(one);
            if (converted != null) {
                items.add(converted);
            }
        }
        return items;
    }

    /**
     * {@return the value, which is not missing}
     *
     * @param what what needs it, for messages
     */
    public static <T> T given(@Nullable T value, String what) {
        if (value == null) {
            throw MappingException.of("", what + " has no value");
        }
        return value;
    }

    private static <T> @Nullable T parsed(
            @Nullable Object value, String field, Function<String, @Nullable T> parser, String wanted) {
        if (value == null || (value instanceof String empty && empty.isEmpty())) {
            return null;
        }
        T parsed = value instanceof String text ? parser.apply(text) : null;
        if (parsed == null) {
            throw refused(value, field, wanted);
        }
        return parsed;
    }

    private static MappingException refused(@Nullable Object value, String field, String wanted) {
        return MappingException.of(
                field, (field.isEmpty() ? "" : field + " is ") + shown(value) + ", and the column takes " + wanted);
    }

    /** {@return a value for a message, cut} */
    static String shown(@Nullable Object value) {
        String text = String.valueOf(toText(value, "")).replace("\n", "\\n");
        int end = text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text.length()
                : text.offsetByCodePoints(0, LONGEST_SHOWN);
        String cut = text.substring(0, end) + (end < text.length() ? "…" : "");
        return value instanceof Number || value instanceof Boolean ? cut : '"' + cut + '"';
    }
}
