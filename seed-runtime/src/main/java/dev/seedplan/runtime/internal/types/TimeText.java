package dev.seedplan.runtime.internal.types;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times in ISO 8601 as PostgreSQL has it: years before 1 as {@code BC}, infinities by name. */
final class TimeText {

    private static final String INFINITY = "infinity";
    private static final Pattern PRINTED = Pattern.compile(
            "(\\d{4,})-(\\d\\d)-(\\d\\d)(?: (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?)([+-]\\d\\d(?::\\d\\d){0,2})?)?( BC)?");

    private TimeText() {}

    static String of(Object value) {
        if (value.equals(LocalDate.MAX) || value.equals(LocalDateTime.MAX) || value.equals(Instant.MAX)) {
            return INFINITY;
        } else if (value.equals(LocalDate.MIN) || value.equals(LocalDateTime.MIN) || value.equals(Instant.MIN)) {
            return "-" + INFINITY;
        } else if (value instanceof LocalDate date) {
            return day(date) + era(date);
        } else if (value instanceof LocalDateTime time) {
            return day(time.toLocalDate()) + " " + of(time.toLocalTime()) + era(time.toLocalDate());
        }
        LocalDateTime time = LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC);
        return day(time.toLocalDate()) + " " + of(time.toLocalTime()) + "+00" + era(time.toLocalDate());
    }

    static String of(LocalTime time) {
        StringBuilder text = new StringBuilder(15);
        digits(text, time.getHour(), 2).append(':');
        digits(text, time.getMinute(), 2).append(':');
        digits(text, time.getSecond(), 2);
        int micros = time.getNano() / 1_000;
        if (micros > 0) {
            digits(text.append('.'), micros, 6);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return text.toString();
    }

    private static String day(LocalDate date) {
        StringBuilder text = new StringBuilder(10);
        digits(text, date.getYear() > 0 ? date.getYear() : 1 - date.getYear(), 4)
                .append('-');
        digits(text, date.getMonthValue(), 2).append('-');
        return digits(text, date.getDayOfMonth(), 2).toString();
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }

    static LocalDate date(String text) {
        return text.equals(INFINITY)
                ? LocalDate.MAX
                : text.equals("-" + INFINITY) ? LocalDate.MIN : day(printed(text), text);
    }

    static LocalDateTime timestamp(String text) {
        if (text.endsWith(INFINITY)) {
            return text.equals(INFINITY) ? LocalDateTime.MAX : LocalDateTime.MIN;
        }
        Matcher parts = printed(text);
        return day(parts, text).atTime(parts.group(4) == null ? LocalTime.MIDNIGHT : clock(parts.group(4)));
    }

    static Instant instant(String text) {
        if (text.endsWith(INFINITY)) {
            return text.equals(INFINITY) ? Instant.MAX : Instant.MIN;
        }
        String zone = printed(text).group(5);
        if (zone == null) {
            throw wrong(text, null);
        }
        return timestamp(text).toInstant(ZoneOffset.of(zone));
    }

    static LocalTime clock(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong(text, e);
        }
    }

    private static LocalDate day(Matcher parts, String text) {
        try {
            int year = Integer.parseInt(parts.group(1));
            return LocalDate.of(
                    parts.group(6) == null ? year : 1 - year,
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            throw wrong(text, e);
        }
    }

    private static Matcher printed(String text) {
        Matcher parts = PRINTED.matcher(text);
        if (!parts.matches()) {
            throw wrong(text, null);
        }
        return parts;
    }

    private static IllegalArgumentException wrong(String text, @Nullable DateTimeException why) {
        return new IllegalArgumentException("\"" + text + "\" is not a time that can be read", why);
    }
}
