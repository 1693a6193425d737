package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.Labeled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a plan answers to the questions of a distribution, as texts and times. */
final class Answers {

    private Answers() {}

    /** {@return a field as texts: of a list its elements, of nothing none} */
    static List<String> texts(@Nullable Object answer) {
        if (answer == null) {
            return List.of();
        }
        if (answer instanceof Collection<?> several) {
            return several.stream().filter(Objects::nonNull).map(Answers::text).toList();
        }
        return List.of(text(answer));
    }

    private static String text(Object value) {
        if (value instanceof Labeled labeled) {
            return labeled.label();
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /**
     * {@return a field as a time; null where it is nothing}
     *
     * @throws DateTimeParseException if it is no date
     */
    static @Nullable Instant time(@Nullable Object answer) {
        if (answer instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        } else if (answer instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        } else if (answer instanceof Instant time) {
            return time;
        } else if (answer instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (answer instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        List<String> texts = texts(answer);
        if (texts.isEmpty() || texts.get(0).isEmpty()) {
            return null;
        }
        String text = texts.get(0);
        if (text.length() <= "2026-01-01".length()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return zoned
                ? OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()
                : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    /** {@return the time before another, so many days, weeks, months or years: {@code 6 months}} */
    static Instant before(Instant now, String span) {
        String[] parts = span.split(" ", 2);
        int number = Integer.parseInt(parts[0]);
        Period period = switch (parts[1].charAt(0)) {
            case 'd' -> Period.ofDays(number);
            case 'w' -> Period.ofWeeks(number);
            case 'm' -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
        return now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }
}
