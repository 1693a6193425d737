package dev.seedplan.runtime.internal.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Values of a type as whole numbers in the same order: days, microseconds, or units of the last decimal.
 *
 * @param type the type
 * @param kind what is counted
 * @param scale decimals of {@link Kind#DECIMAL}, otherwise of no meaning
 */
public record ValueLine(SqlType type, Kind kind, int scale) {

    private static final long MICROS = 1_000_000;
    private static final long DAY_MICROS = 86_400 * MICROS;
    private static final int SCALE = 6;
    private static final int LONG_DIGITS = 18;

    // The ends of PostgreSQL's dates (datatype/timestamp.h).
    private static final LocalDate FIRST_DAY = LocalDate.of(-4712, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(5_874_897, 12, 31);

    /** What is counted. */
    public enum Kind {
        /** Integers, as they are. */
        NUMBER,
        /** Days since 1970. */
        DAY,
        /** Microseconds of a timestamp since 1970. */
        LOCAL_MICROS,
        /** Microseconds of a timestamptz since 1970. */
        MICROS,
        /** Microseconds of a time since midnight. */
        CLOCK_MICROS,
        /** Units of a numeric's last decimal, of the sixth where it has no declared scale. */
        DECIMAL
    }

    /** {@return the line of a type, domains looked through; empty if there is none} */
    public static Optional<ValueLine> of(SqlType type) {
        SqlType.Scalar scalar = type.scalar().orElse(null);
        if (scalar == null || !scalar.name().schema().equals("pg_catalog")) {
            return Optional.empty();
        }
        Kind kind = switch (scalar.name().name()) {
            case "int2", "int4", "int8", "oid" -> Kind.NUMBER;
            case "date" -> Kind.DAY;
            case "timestamp" -> Kind.LOCAL_MICROS;
            case "timestamptz" -> Kind.MICROS;
            case "time" -> Kind.CLOCK_MICROS;
            case "numeric" -> Kind.DECIMAL;
            default -> null;
        };
        int scale = scalar.modifier() < 4 ? SCALE : ((((scalar.modifier() - 4) & 0x7ff) ^ 1024) - 1024);
        return Optional.ofNullable(kind).map(known -> new ValueLine(type, known, scale));
    }

    /** {@return the number of the value, the next one where it lies between two; empty for infinities and what no long holds} */
    public Optional<Long> number(Object value) {
        if (value.equals(LocalDate.MAX)
                || value.equals(LocalDate.MIN)
                || value.equals(LocalDateTime.MAX)
                || value.equals(LocalDateTime.MIN)
                || value.equals(Instant.MAX)
                || value.equals(Instant.MIN)) {
            return Optional.empty();
        }
        return switch (kind) {
            case NUMBER -> Optional.of((Long) value);
            case DAY -> Optional.of(((LocalDate) value).toEpochDay());
            case LOCAL_MICROS -> Optional.of(micros(((LocalDateTime) value).toInstant(ZoneOffset.UTC)));
            case MICROS -> Optional.of(micros((Instant) value));
            case CLOCK_MICROS -> Optional.of(((LocalTime) value).toNanoOfDay() / 1_000);
            case DECIMAL -> {
                BigDecimal units = ((BigDecimal) value).setScale(scale, RoundingMode.CEILING);
                yield units.unscaledValue().bitLength() < 62
                        ? Optional.of(units.unscaledValue().longValueExact())
                        : Optional.empty();
            }
        };
    }

    /** {@return the value of a number between {@link #least()} and {@link #most()}} */
    public Object value(long number) {
        return switch (kind) {
            case NUMBER -> number;
            case DAY -> LocalDate.ofEpochDay(number);
            case LOCAL_MICROS -> LocalDateTime.ofInstant(instant(number), ZoneOffset.UTC);
            case MICROS -> instant(number);
            case CLOCK_MICROS -> LocalTime.ofNanoOfDay(number * 1_000);
            case DECIMAL -> BigDecimal.valueOf(number, scale);
        };
    }

    /** {@return how far from a bound values go where there is no other: a year, or ten thousand} */
    public long span() {
        return switch (kind) {
            case NUMBER -> 10_000;
            case DAY -> 365;
            case LOCAL_MICROS, MICROS -> 365 * DAY_MICROS;
            case CLOCK_MICROS -> DAY_MICROS;
            case DECIMAL -> 1_000 * (long) Math.pow(10, Math.min(12, Math.max(0, scale)));
        };
    }

    /** {@return how many numbers lie between values that people write: a second's of times, else one} */
    public long fine() {
        return switch (kind) {
            case LOCAL_MICROS, MICROS, CLOCK_MICROS -> MICROS;
            default -> 1;
        };
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    /** {@return the least number the type holds} */
    public long least() {
        return switch (kind) {
            case NUMBER ->
                is("int2") ? Short.MIN_VALUE : is("int4") ? Integer.MIN_VALUE : is("oid") ? 0 : Long.MIN_VALUE;
            case CLOCK_MICROS -> 0;
            case DECIMAL -> -most();
            case DAY -> FIRST_DAY.toEpochDay();
            case LOCAL_MICROS, MICROS -> FIRST_DAY.toEpochDay() * DAY_MICROS;
        };
    }

    /** {@return the greatest number the type holds} */
    public long most() {
        return switch (kind) {
            case NUMBER ->
                is("int2")
                        ? Short.MAX_VALUE
                        : is("int4") ? Integer.MAX_VALUE : is("oid") ? 4_294_967_295L : Long.MAX_VALUE;
            case CLOCK_MICROS -> DAY_MICROS - 1;
            case DECIMAL -> {
                int modifier = ((SqlType.Scalar) type.base()).modifier();
                int precision = modifier < 4 ? LONG_DIGITS : Math.min(LONG_DIGITS, ((modifier - 4) >> 16) & 0xffff);
                yield (long) Math.pow(10, precision) - 1;
            }
            case DAY -> LAST_DAY.toEpochDay();
            // A long ends shortly before PostgreSQL does, in the year 294276.
            case LOCAL_MICROS, MICROS -> Long.MAX_VALUE / 2;
        };
    }

    /**
     * {@return the number that stands for the same on another line: a day for a moment in it, an integer for a decimal; at most
     * what a {@code long} holds}
     *
     * @param number of this line
     * @param other of times, if this is, or of numbers, if this is
     */
    public long convert(long number, ValueLine other) {
        if (kind == Kind.DAY && other.kind != Kind.DAY && other.isTime()) {
            return held(BigInteger.valueOf(number).multiply(BigInteger.valueOf(DAY_MICROS)));
        } else if (other.kind == Kind.DAY && kind != Kind.DAY && isTime()) {
            return Math.floorDiv(number, DAY_MICROS);
        } else if (isNumber() && other.isNumber()) {
            BigDecimal value = BigDecimal.valueOf(number, kind == Kind.DECIMAL ? scale : 0);
            return held(value.setScale(other.kind == Kind.DECIMAL ? other.scale : 0, RoundingMode.FLOOR)
                    .unscaledValue());
        } else if (kind == other.kind || (isTime() && other.isTime())) {
            return number;
        }
        throw new IllegalArgumentException(type.sql() + " is not comparable with " + other.type.sql());
    }

    private static long held(BigInteger number) {
        return number.bitLength() < Long.SIZE ? number.longValue() : number.signum() * Long.MAX_VALUE;
    }

    /** {@return whether numbers of this line can be converted to the other} */
    public boolean converts(ValueLine other) {
        return kind == other.kind || (isTime() && other.isTime()) || (isNumber() && other.isNumber());
    }

    private boolean isTime() {
        return kind == Kind.DAY || kind == Kind.LOCAL_MICROS || kind == Kind.MICROS;
    }

    private boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.DECIMAL;
    }

    private boolean is(String builtIn) {
        return ((SqlType.Scalar) type.base()).is(builtIn);
    }
}
