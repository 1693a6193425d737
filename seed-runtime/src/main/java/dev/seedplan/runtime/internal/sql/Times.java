package dev.seedplan.runtime.internal.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times: infinity is the largest and smallest value Java's classes have. */
final class Times {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4,})-(\\d\\d?)-(\\d\\d?)(?:[T ](\\d\\d?):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?)?\\s*(Z|[+-]\\d\\d(?::?\\d\\d)?|UTC|utc)?( BC)?");

    private Times() {}

    static @Nullable LocalDateTime local(Object time) {
        if (time instanceof LocalDate date) {
            return date.equals(LocalDate.MAX)
                    ? LocalDateTime.MAX
                    : date.equals(LocalDate.MIN) ? LocalDateTime.MIN : date.atStartOfDay();
        }
        return time instanceof LocalDateTime local ? local : null;
    }

    static @Nullable Instant instant(Object time, Surroundings in) {
        if (time instanceof Instant instant) {
            return instant;
        }
        LocalDateTime local = local(time);
        if (local == null) {
            return null;
        } else if (local.equals(LocalDateTime.MAX)) {
            return Instant.MAX;
        }
        return local.equals(LocalDateTime.MIN)
                ? Instant.MIN
                : local.atZone(in.zone()).toInstant();
    }

    static LocalDateTime at(Instant instant, ZoneId zone) {
        if (instant.equals(Instant.MAX)) {
            return LocalDateTime.MAX;
        }
        return instant.equals(Instant.MIN) ? LocalDateTime.MIN : LocalDateTime.ofInstant(instant, zone);
    }

    static LocalDate date(LocalDateTime time) {
        if (time.equals(LocalDateTime.MAX)) {
            return LocalDate.MAX;
        }
        return time.equals(LocalDateTime.MIN) ? LocalDate.MIN : time.toLocalDate();
    }

    /** {@return a value of {@code date}, {@code timestamp}, {@code timestamptz} or {@code time}; null if not understood} */
    static @Nullable Object parse(String text, String type, Surroundings in) {
        String trimmed = text.strip();
        if (trimmed.equals("infinity") || trimmed.equals("-infinity")) {
            boolean end = trimmed.equals("infinity");
            return switch (type) {
                case "date" -> end ? LocalDate.MAX : LocalDate.MIN;
                case "timestamp" -> end ? LocalDateTime.MAX : LocalDateTime.MIN;
                case "timestamptz" -> end ? Instant.MAX : Instant.MIN;
                default -> null;
            };
        }
        try {
            if (type.equals("time")) {
                return LocalTime.parse(trimmed);
            }
            Matcher m = WRITTEN.matcher(trimmed);
            if (!m.matches()) {
                return null;
            }
            int year = Integer.parseInt(m.group(1));
            LocalDate date = LocalDate.of(
                    m.group(9) != null ? 1 - year : year, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
            if (type.equals("date")) {
                return date;
            }
            LocalDateTime local = m.group(4) == null ? date.atStartOfDay() : date.atTime(time(m));
            if (type.equals("timestamp")) {
                return local;
            }
            String zone = m.group(8);
            return zone == null
                    ? local.atZone(in.zone()).toInstant()
                    : local.toInstant(zone.equalsIgnoreCase("utc") ? ZoneOffset.UTC : ZoneOffset.of(zone));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(Matcher m) {
        int seconds = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
        int nanos = m.group(7) == null ? 0 : Integer.parseInt((m.group(7) + "00000000").substring(0, 9));
        return LocalTime.of(Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)), seconds, nanos);
    }

    static LocalDateTime plus(LocalDateTime time, Interval interval) {
        return time.plusMonths(interval.months()).plusDays(interval.days()).plus(interval.micros(), ChronoUnit.MICROS);
    }

    static @Nullable LocalDateTime truncated(String unit, LocalDateTime t) {
        return switch (unit) {
            case "microseconds" -> t.truncatedTo(ChronoUnit.MICROS);
            case "milliseconds" -> t.truncatedTo(ChronoUnit.MILLIS);
            case "second" -> t.truncatedTo(ChronoUnit.SECONDS);
            case "minute" -> t.truncatedTo(ChronoUnit.MINUTES);
            case "hour" -> t.truncatedTo(ChronoUnit.HOURS);
            case "day" -> t.truncatedTo(ChronoUnit.DAYS);
            case "week" ->
                t.toLocalDate().minusDays(t.getDayOfWeek().getValue() - 1L).atStartOfDay();
            case "month" -> t.toLocalDate().withDayOfMonth(1).atStartOfDay();
            case "quarter" ->
                t.toLocalDate()
                        .withDayOfMonth(1)
                        .withMonth((t.getMonthValue() - 1) / 3 * 3 + 1)
                        .atStartOfDay();
            case "year" -> t.toLocalDate().withDayOfYear(1).atStartOfDay();
            default -> null;
        };
    }
}
