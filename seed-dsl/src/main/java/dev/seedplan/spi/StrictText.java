package dev.seedplan.spi;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts of files as values. All are strict: the whole text is the value, in ASCII digits, without white space around it,
 * without separators of thousands; dates are those of ISO 8601 and exist. A text that is none gives null.
 */
public final class StrictText {

    /**
     * The most digits before and after the point of a number: what PostgreSQL's numeric holds at most
     * (its documentation, 8.1.2), so that {@code 1e999999999} takes no memory here.
     */
    private static final int MOST_DIGITS = 131_072;

    private static final Pattern INTEGRAL = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,6})?");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private StrictText() {}

    /** {@return a whole number of 32 bits} */
    public static @Nullable Integer integer(String text) {
        Long number = whole(text);
        return number != null && number == number.intValue() ? (Integer) number.intValue() : null;
    }

    /** {@return a whole number of 64 bits} */
    public static @Nullable Long whole(String text) {
        if (!INTEGRAL.matcher(text).matches()) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** {@return a double} */
    public static @Nullable Double floating(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? null : (Double) number;
    }

    /** {@return a number} */
    public static @Nullable BigDecimal decimal(String text) {
        if (text.length() > 2 * MOST_DIGITS || !NUMBER.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        boolean fits = Math.abs((long) number.scale()) <= MOST_DIGITS
                && (long) number.precision() - number.scale() <= MOST_DIGITS;
        return fits ? number : null;
    }

    /** {@return {@code true} or {@code false}, in any case} */
    public static @Nullable Boolean truth(String text) {
        return text.equalsIgnoreCase("true") ? Boolean.TRUE : text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    /** {@return a UUID} */
    public static @Nullable UUID uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /** {@return a date} */
    public static @Nullable LocalDate date(String text) {
        return parsed(text, LocalDate::parse);
    }

    /** {@return a time of day} */
    public static @Nullable LocalTime time(String text) {
        return parsed(text, LocalTime::parse);
    }

    /** {@return a date and time without an offset, with {@code T} or a space between them} */
    public static @Nullable LocalDateTime dateTime(String text) {
        return parsed(text, t -> LocalDateTime.parse(withT(t)));
    }

    /** {@return a date and time with an offset, with {@code T} or a space between them} */
    public static @Nullable Instant instant(String text) {
        return parsed(text, t -> OffsetDateTime.parse(withT(t)).toInstant());
    }

    private static <T> @Nullable T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** YAML and PostgreSQL also write a space between date and time. */
    private static String withT(String text) {
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
    }
}
