package dev.seedplan.internal;

import dev.seedplan.Cell;
import dev.seedplan.UniqueTimeGen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Instants between two others, each microsecond as likely as another.
 *
 * @param from the first, in microseconds since 1970-01-01T00:00:00Z
 * @param to the last, not before the first
 */
public record Instants(long from, long to) implements UniqueTimeGen {

    private static final long MICROS = 1_000_000L;
    // What a permutation can hold: 146,000 years.
    private static final long MOST = 1L << 62;
    // A row method runs for each row: what it said last is looked up instead of parsed. An entry never changes, and a
    // thread that misses one makes another that is equal.
    private static final @Nullable Parsed[] RECENT = new Parsed[64];

    private record Parsed(String from, String to, Instants instants) {}

    /** Checks the order. */
    public Instants {
        if (from > to) {
            throw new IllegalArgumentException("there is no instant between " + instant(from) + " and " + instant(to)
                    + ": the first is the later one");
        }
        if (to - from < 0 || to - from >= MOST) {
            throw new IllegalArgumentException(
                    "there are more than 2^62 microseconds between " + instant(from) + " and " + instant(to));
        }
    }

    /** {@return the instants between two, both included} */
    public static Instants between(Instant from, Instant to) {
        return new Instants(micros(from), micros(to));
    }

    /** {@return the instants between two texts, both included; a date stands for all of the day in UTC} */
    public static Instants parse(String from, String to) {
        int slot = (from.hashCode() * 31 + to.hashCode()) & RECENT.length - 1;
        Parsed recent = RECENT[slot];
        if (recent == null || !recent.from.equals(from) || !recent.to.equals(to)) {
            recent = new Parsed(from, to, new Instants(start(from), end(to)));
            RECENT[slot] = recent;
        }
        return recent.instants;
    }

    @Override
    public long microsAt(Cell cell) {
        return from + cell.below(0, to - from + 1);
    }

    @Override
    public long capacity(Cell cell) {
        return to - from + 1;
    }

    @Override
    public long nthMicros(Cell cell, long index) {
        return from + index;
    }

    /** {@return microseconds since 1970-01-01T00:00:00Z} */
    public static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    }

    /** {@return the day of an instant in UTC} */
    static LocalDate day(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros, 86_400 * MICROS));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    private static long start(String text) {
        return isDate(text) ? micros(date(text).atStartOfDay(ZoneOffset.UTC).toInstant()) : time(text);
    }

    private static long end(String text) {
        return isDate(text)
                ? micros(date(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()) - 1
                : time(text);
    }

    private static boolean isDate(String text) {
        return text.indexOf('T') < 0;
    }

    /** {@return a date as ISO 8601 spells it} */
    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a date like 2025-12-31", e);
        }
    }

    private static long time(String text) {
        try {
            return micros(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is neither a date like 2025-12-31 nor an instant like 2025-12-31T18:00:00Z", e);
        }
    }
}
