package dev.seedplan.runtime.internal.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An interval as PostgreSQL keeps it.
 *
 * @param months whole months
 * @param days whole days, which need not have 24 hours
 * @param micros the rest in microseconds
 */
public record Interval(long months, long days, long micros) {

    static final long DAY = 86_400_000_000L;

    private static final Map<String, Long> MICROS = Map.of(
            "microsecond", 1L,
            "millisecond", 1_000L,
            "second", 1_000_000L,
            "sec", 1_000_000L,
            "s", 1_000_000L,
            "minute", 60_000_000L,
            "min", 60_000_000L,
            "hour", 3_600_000_000L,
            "h", 3_600_000_000L);

    private static final Map<String, Long> MONTHS =
            Map.of("month", 1L, "mon", 1L, "year", 12L, "y", 12L, "yr", 12L, "decade", 120L, "century", 1200L);

    private static final Pattern PART = Pattern.compile(
            "\\s*(?:([+-]?)(\\d+):(\\d\\d)(?::(\\d\\d(?:\\.\\d+)?))?|([+-]?\\d+(?:\\.\\d+)?)\\s*([a-z]+))");

    /** {@return it, null where it is written in a way not known here} */
    public static @Nullable Interval parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        long months = 0;
        long days = 0;
        long micros = 0;
        Matcher part = PART.matcher(lower);
        int at = 0;
        while (at < lower.length()) {
            if (!part.find(at) || part.start() != at) {
                return null;
            }
            at = part.end();
            if (part.group(2) != null) {
                long time =
                        Long.parseLong(part.group(2)) * 3_600_000_000L + Long.parseLong(part.group(3)) * 60_000_000L;
                if (part.group(4) != null) {
                    time += new BigDecimal(part.group(4)).movePointRight(6).longValue();
                }
                micros += part.group(1).equals("-") ? -time : time;
                continue;
            }
            BigDecimal number = new BigDecimal(part.group(5));
            String unit = part.group(6);
            if (unit.length() > 2 && unit.endsWith("s")) {
                unit = unit.substring(0, unit.length() - 1);
            }
            if (MICROS.containsKey(unit)) {
                micros += number.multiply(BigDecimal.valueOf(MICROS.get(unit))).longValue();
            } else if (number.stripTrailingZeros().scale() > 0) {
                return null;
            } else if (MONTHS.containsKey(unit)) {
                months += number.longValue() * MONTHS.get(unit);
            } else if (unit.equals("day") || unit.equals("d") || unit.equals("week") || unit.equals("w")) {
                days += number.longValue() * (unit.startsWith("w") ? 7 : 1);
            } else {
                return null;
            }
        }
        return new Interval(months, days, micros);
    }

    /** {@return its length in which a month has 30 days, as PostgreSQL counts where it must} */
    public Duration toDuration() {
        return Duration.ofDays(months * 30 + days).plus(micros, ChronoUnit.MICROS);
    }

    Interval negated() {
        return new Interval(-months, -days, -micros);
    }

    Interval times(long factor) {
        return new Interval(months * factor, days * factor, micros * factor);
    }

    Interval plus(Interval other) {
        return new Interval(months + other.months, days + other.days, micros + other.micros);
    }

    /** What PostgreSQL compares intervals by: months of 30 days, days of 24 hours. */
    BigDecimal order() {
        return BigDecimal.valueOf(months * 30 + days)
                .multiply(BigDecimal.valueOf(DAY))
                .add(BigDecimal.valueOf(micros));
    }

    @Override
    public String toString() {
        return months + " mons " + days + " days "
                + BigDecimal.valueOf(micros, 6).toPlainString() + " secs";
    }
}
