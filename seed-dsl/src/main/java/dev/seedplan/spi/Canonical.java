package dev.seedplan.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Brings the Java values a plan may give to the one form in which a kind is held. */
final class Canonical {

    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

    private Canonical() {}

    static long bits(Kind kind, Object value) {
        return switch (kind) {
            case BOOL -> ((Boolean) value) ? 1 : 0;
            case INT2, INT4, INT8, OID -> ((Number) value).longValue();
            case FLOAT4, FLOAT8 -> Double.doubleToRawLongBits(((Number) value).doubleValue());
            case DATE -> timeBits(kind, micros(value));
            case TIME -> ((LocalTime) value).toNanoOfDay() / 1_000;
            case TIMESTAMP, TIMESTAMPTZ -> micros(value);
            default -> throw new IllegalArgumentException(kind + " is not held in 64 bits");
        };
    }

    static long timeBits(Kind kind, long micros) {
        return kind == Kind.DATE ? Math.floorDiv(micros, MICROS_PER_DAY) : micros;
    }

    static Object toObject(Kind kind, long bits) {
        return switch (kind) {
            case BOOL -> bits != 0;
            case INT2, INT4 -> (int) bits;
            case INT8, OID -> bits;
            case FLOAT4 -> (float) Double.longBitsToDouble(bits);
            case FLOAT8 -> Double.longBitsToDouble(bits);
            case DATE -> LocalDate.ofEpochDay(bits);
            case TIME -> LocalTime.ofNanoOfDay(bits * 1_000);
            case TIMESTAMP ->
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(bits, MICROS_PER_SECOND),
                        (int) Math.floorMod(bits, MICROS_PER_SECOND) * 1_000,
                        ZoneOffset.UTC);
            case TIMESTAMPTZ -> Instant.EPOCH.plus(bits, ChronoUnit.MICROS);
            default -> throw new IllegalArgumentException(kind + " is not held in 64 bits");
        };
    }

    static Object object(Kind kind, Object value) {
        if (kind == Kind.NUMERIC || kind == Kind.MONEY) {
            return decimal(value);
        }
        return value;
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (value instanceof Double || value instanceof Float) {
            return BigDecimal.valueOf(((Number) value).doubleValue());
        }
        return BigDecimal.valueOf(((Number) value).longValue());
    }

    /** Dates begin at midnight, and what has no zone is in UTC. */
    private static long micros(Object value) {
        if (value instanceof Instant instant) {
            return micros(instant);
        }
        if (value instanceof LocalDate date) {
            return Math.multiplyExact(date.toEpochDay(), MICROS_PER_DAY);
        }
        if (value instanceof LocalDateTime time) {
            return micros(time.toInstant(ZoneOffset.UTC));
        }
        if (value instanceof OffsetDateTime time) {
            return micros(time.toInstant());
        }
        if (value instanceof ZonedDateTime time) {
            return micros(time.toInstant());
        }
        throw new IllegalArgumentException(
                value + " (" + value.getClass().getSimpleName() + ") is no date and no point in time");
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / 1_000);
    }
}
