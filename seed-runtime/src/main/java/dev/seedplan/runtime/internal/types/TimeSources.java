package dev.seedplan.runtime.internal.types;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments of the three years before an instant, to the second, so that any declared precision holds them. */
final class TimeSources {

    private static final long YEARS_BACK = Duration.ofDays(3 * 365).toSeconds();
    private static final int SECONDS_A_DAY = 86_400;
    private static final Pattern FIELDS =
            Pattern.compile("interval (year|month|day|hour|minute|second)(?: to (month|hour|minute|second))?.*");
    private static final List<String> CLOCK = List.of("hour", "minute", "second");

    private final Instant now;

    TimeSources(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    Map<String, Function<SqlType.Scalar, ValueSource>> all() {
        return Map.of(
                "date", type -> draws -> moment(draws).atZone(ZoneOffset.UTC).toLocalDate(),
                "timestamp",
                        type -> draws -> moment(draws).atZone(ZoneOffset.UTC).toLocalDateTime(),
                "timestamptz", type -> this::moment,
                "time", type -> TimeSources::clock,
                "timetz", type -> draws -> ValueText.time(clock(draws)) + "+00",
                "interval", type -> interval(type.sql()));
    }

    private Instant moment(Draws draws) {
        return now.minusSeconds(1 + draws.below(YEARS_BACK));
    }

    private static LocalTime clock(Draws draws) {
        return LocalTime.ofSecondOfDay(draws.below(SECONDS_A_DAY));
    }

    /** In the style {@code postgres}, without signs, which is read the same under every IntervalStyle. */
    private static ValueSource interval(String sql) {
        Matcher fields = FIELDS.matcher(sql);
        if (!fields.matches()) {
            return draws -> days(draws) + " " + ValueText.time(clock(draws.of("clock")));
        }
        String from = fields.group(1);
        String to = fields.group(2) == null ? from : fields.group(2);
        return switch (from) {
            case "year" ->
                to.equals("year")
                        ? TimeSources::years
                        : draws -> years(draws.of("years")) + " " + months(draws.of("months"));
            case "month" -> TimeSources::months;
            case "day" ->
                to.equals("day")
                        ? TimeSources::days
                        : draws -> days(draws) + " " + clock(draws.of("clock"), "hour", to);
            default -> draws -> clock(draws, from, to);
        };
    }

    private static String years(Draws draws) {
        long years = 1 + draws.below(10);
        return years == 1 ? "1 year" : years + " years";
    }

    private static String months(Draws draws) {
        long months = 1 + draws.below(11);
        return months == 1 ? "1 mon" : months + " mons";
    }

    private static String days(Draws draws) {
        long days = 1 + draws.below(30);
        return days == 1 ? "1 day" : days + " days";
    }

    private static String clock(Draws draws, String from, String to) {
        int first = CLOCK.indexOf(from);
        int last = CLOCK.indexOf(to);
        LocalTime drawn = clock(draws);
        return ValueText.time(LocalTime.of(
                first <= 0 ? drawn.getHour() : 0,
                first <= 1 && last >= 1 ? drawn.getMinute() : 0,
                last >= 2 ? drawn.getSecond() : 0));
    }
}
