package dev.seedplan;

import dev.seedplan.internal.Days;
import dev.seedplan.internal.Instants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Times and days, none of them from a clock. Import {@link Values}, which has all of these. */
public abstract class TimeValues extends NumberValues {

    private static final UniqueGen<LocalTime> TIME_OF_DAY = new Days.Times(0, 86_399);
    private static final TimeGen NOW = Cell::nowMicros;

    TimeValues() {}

    /**
     * {@return an instant between two, each microsecond as likely as another}
     *
     * <pre>{@code
     * u.joinedAt(times("2023-01-01", "2025-12-31"));
     * u.seenAt(times("2025-12-31T08:00:00Z", "2025-12-31T18:00:00+01:00"));
     * }</pre>
     *
     * @param from a date, which stands for its start in UTC, or an instant
     * @param to a date, which stands for its end in UTC, or an instant; included
     * @throws IllegalArgumentException if one is neither, or {@code from} is later
     */
    public static UniqueTimeGen times(String from, String to) {
        return Instants.parse(from, to);
    }

    /**
     * {@return an instant between two, each microsecond as likely as another}
     *
     * @param from the first
     * @param to the last, included
     * @throws IllegalArgumentException if {@code from} is later
     */
    public static UniqueTimeGen times(Instant from, Instant to) {
        return Instants.between(from, to);
    }

    /**
     * {@return an instant between two, each microsecond as likely as another; the same as {@link #times(Instant, Instant)}}
     *
     * <pre>{@code
     * p.publishedAt(between(author.joinedAt(), d.now()));
     * }</pre>
     *
     * @param from the first
     * @param to the last, included
     * @throws IllegalArgumentException if {@code from} is later
     */
    public static UniqueTimeGen between(Instant from, Instant to) {
        return Instants.between(from, to);
    }

    /**
     * {@return an instant between two local times, both taken as UTC: for {@code timestamp} columns}
     *
     * @param from the first
     * @param to the last, included
     * @throws IllegalArgumentException if {@code from} is later
     */
    public static UniqueTimeGen between(LocalDateTime from, LocalDateTime to) {
        return Instants.between(from.toInstant(ZoneOffset.UTC), to.toInstant(ZoneOffset.UTC));
    }

    /**
     * {@return an instant between a local time, taken as UTC, and an instant such as the plan's now}
     *
     * @param from the first
     * @param to the last, included
     * @throws IllegalArgumentException if {@code from} is later
     */
    public static UniqueTimeGen between(LocalDateTime from, Instant to) {
        return Instants.between(from.toInstant(ZoneOffset.UTC), to);
    }

    /** {@return the plan's instant} */
    public static TimeGen now() {
        return NOW;
    }

    /**
     * {@return an instant of the last days before the plan's}
     *
     * @param days 1 or more
     * @throws IllegalArgumentException if {@code days} is less than 1
     */
    public static UniqueTimeGen recent(int days) {
        return Days.Around.past(days);
    }

    /**
     * {@return an instant of the next days after the plan's}
     *
     * @param days 1 or more
     * @throws IllegalArgumentException if {@code days} is less than 1
     */
    public static UniqueTimeGen upcoming(int days) {
        return Days.Around.future(days);
    }

    /**
     * {@return a day between two, each as likely as another}
     *
     * @param from the first, like 2025-01-31
     * @param to the last, included
     * @throws IllegalArgumentException if one is not a date, or {@code from} is later
     */
    public static UniqueGen<LocalDate> dates(String from, String to) {
        return Days.Dates.parse(from, to);
    }

    /**
     * {@return a day between two, each as likely as another}
     *
     * @param from the first
     * @param to the last, included
     * @throws IllegalArgumentException if {@code from} is later
     */
    public static UniqueGen<LocalDate> dates(LocalDate from, LocalDate to) {
        return Days.Dates.between(from, to);
    }

    /**
     * {@return the birthday of someone of that age at the plan's instant, in UTC}
     *
     * @param minAge the youngest, in whole years, 0 or more
     * @param maxAge the oldest, in whole years
     * @throws IllegalArgumentException if {@code minAge} is negative or above {@code maxAge}
     */
    public static UniqueGen<LocalDate> birthday(int minAge, int maxAge) {
        return new Days.Birthdays(minAge, maxAge);
    }

    /** {@return a time of day by the second, each as likely as another} */
    public static UniqueGen<LocalTime> timeOfDay() {
        return TIME_OF_DAY;
    }

    /**
     * {@return a time of day by the second}
     *
     * @param from the first, like {@code 08:00}
     * @param to the last, included
     * @throws IllegalArgumentException if {@code from} is later
     */
    public static UniqueGen<LocalTime> timeOfDay(String from, String to) {
        return new Days.Times(
                LocalTime.parse(from).toSecondOfDay(), LocalTime.parse(to).toSecondOfDay());
    }

    /**
     * {@return a length of time in whole seconds, each as likely as another}
     *
     * @param min the shortest
     * @param max the longest, included
     * @throws IllegalArgumentException if {@code min} is longer
     */
    public static Gen<Duration> durations(Duration min, Duration max) {
        return longs(min.toSeconds(), max.toSeconds()).map(Duration::ofSeconds);
    }
}
