package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.types.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Values of a type as whole numbers in the same order: days, seconds, or units of the last decimal. */
record KeyLine(SqlType type, Kind kind, int scale) {

    private static final long MICROS = 1_000_000;
    private static final int SCALE = 6;

    /** What is counted. */
    enum Kind {
        NUMBER,
        DAY,
        LOCAL_MICROS,
        MICROS,
        CLOCK_MICROS,
        DECIMAL
    }

    static Optional<KeyLine> of(SqlType type) {
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
        return Optional.ofNullable(kind).map(known -> new KeyLine(type, known, scale));
    }

    /** {@return the number of the value, the next one where it lies between two; empty for infinities and what no long holds} */
    Optional<Long> number(Object value) {
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

    Object value(long number) {
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
    long span() {
        return switch (kind) {
            case NUMBER -> 10_000;
            case DAY -> 365;
            case LOCAL_MICROS, MICROS -> 365 * 86_400 * MICROS;
            case CLOCK_MICROS -> 86_400 * MICROS;
            case DECIMAL -> 1_000 * (long) Math.pow(10, Math.min(12, Math.max(0, scale)));
        };
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    /** {@return the least number the type holds} */
    long least() {
        return switch (kind) {
            case NUMBER ->
                is("int2") ? Short.MIN_VALUE : is("int4") ? Integer.MIN_VALUE : is("oid") ? 0 : Long.MIN_VALUE;
            case CLOCK_MICROS -> 0;
            case DECIMAL -> -most();
            default -> Long.MIN_VALUE / 2;
        };
    }

    /** {@return the greatest number the type holds} */
    long most() {
        return switch (kind) {
            case NUMBER ->
                is("int2")
                        ? Short.MAX_VALUE
                        : is("int4") ? Integer.MAX_VALUE : is("oid") ? 4_294_967_295L : Long.MAX_VALUE;
            case CLOCK_MICROS -> 86_400 * MICROS - 1;
            case DECIMAL -> {
                int modifier = ((SqlType.Scalar) type.base()).modifier();
                int precision = modifier < 4 ? 18 : Math.min(18, ((modifier - 4) >> 16) & 0xffff);
                yield (long) Math.pow(10, precision) - 1;
            }
            default -> Long.MAX_VALUE / 2;
        };
    }

    private boolean is(String builtIn) {
        return ((SqlType.Scalar) type.base()).is(builtIn);
    }
}
