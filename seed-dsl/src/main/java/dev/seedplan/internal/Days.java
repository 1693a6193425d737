package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.UniqueGen;
import dev.seedplan.UniqueTimeGen;
import java.time.LocalDate;
import java.time.LocalTime;

/** Days, times of day, and instants relative to the plan's. */
public final class Days {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private Days() {}

    private static void check(long min, long max, String unit) {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("there is nothing from " + min + " to " + max + " " + unit);
        }
    }

    /**
     * Days, each as likely as another.
     *
     * @param from the first, in days since 1970-01-01
     * @param to the last
     */
    public record Dates(long from, long to) implements UniqueGen<LocalDate> {

        /** Checks the order. */
        public Dates {
            if (from > to) {
                throw new IllegalArgumentException("there is no day between " + LocalDate.ofEpochDay(from) + " and "
                        + LocalDate.ofEpochDay(to) + ": the first is the later one");
            }
        }

        /** {@return the days between two, both included} */
        public static Dates between(LocalDate from, LocalDate to) {
            return new Dates(from.toEpochDay(), to.toEpochDay());
        }

        /** {@return the days between two in ISO 8601, both included} */
        public static Dates parse(String from, String to) {
            return between(Instants.date(from), Instants.date(to));
        }

        @Override
        public LocalDate at(Cell cell) {
            return LocalDate.ofEpochDay(from + cell.below(0, to - from + 1));
        }

        @Override
        public long capacity(Cell cell) {
            return to - from + 1;
        }

        @Override
        public LocalDate nth(Cell cell, long index) {
            return LocalDate.ofEpochDay(from + index);
        }
    }

    /**
     * Birthdays of people between two ages at the plan's instant.
     *
     * @param minAge the youngest, in whole years
     * @param maxAge the oldest, in whole years
     */
    public record Birthdays(int minAge, int maxAge) implements UniqueGen<LocalDate> {

        /** Checks the order. */
        public Birthdays {
            check(minAge, maxAge, "years");
        }

        @Override
        public LocalDate at(Cell cell) {
            return nth(cell, cell.below(0, capacity(cell)));
        }

        @Override
        public long capacity(Cell cell) {
            LocalDate today = Instants.day(cell.nowMicros());
            return today.minusYears(minAge).toEpochDay()
                    - today.minusYears(maxAge + 1L).toEpochDay();
        }

        @Override
        public LocalDate nth(Cell cell, long index) {
            return Instants.day(cell.nowMicros()).minusYears(minAge).minusDays(index);
        }
    }

    /**
     * Times of day by the second.
     *
     * @param from the first, in seconds
     * @param to the last, in seconds
     */
    public record Times(int from, int to) implements UniqueGen<LocalTime> {

        /** Checks the order. */
        public Times {
            check(from, to, "seconds");
        }

        @Override
        public LocalTime at(Cell cell) {
            return LocalTime.ofSecondOfDay(from + cell.below(0, to - from + 1));
        }

        @Override
        public long capacity(Cell cell) {
            return to - from + 1L;
        }

        @Override
        public LocalTime nth(Cell cell, long index) {
            return LocalTime.ofSecondOfDay(from + index);
        }
    }

    /**
     * Instants around the plan's.
     *
     * @param from the first, in microseconds after the plan's instant (before it: negative)
     * @param to the last
     */
    public record Around(long from, long to) implements UniqueTimeGen {

        /** {@return the instants of the last {@code days} days} */
        public static Around past(int days) {
            check(1, days, "days");
            return new Around(-days * MICROS_PER_DAY, 0);
        }

        /** {@return the instants of the next {@code days} days} */
        public static Around future(int days) {
            check(1, days, "days");
            return new Around(0, days * MICROS_PER_DAY);
        }

        @Override
        public long microsAt(Cell cell) {
            return nthMicros(cell, cell.below(0, to - from + 1));
        }

        @Override
        public long capacity(Cell cell) {
            return to - from + 1;
        }

        @Override
        public long nthMicros(Cell cell, long index) {
            return cell.nowMicros() + from + index;
        }
    }
}
