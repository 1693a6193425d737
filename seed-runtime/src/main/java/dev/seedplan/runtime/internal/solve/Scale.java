package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.types.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ordered type as positions on a line: a number is its own position, a date its day since 1970, a time its microsecond,
 * a label its place in its enum.
 *
 * @param step the distance of neighbours; null where values are as dense as one likes
 * @param limits of the type
 * @param labels of an enum, else empty
 */
record Scale(Kind kind, @Nullable BigDecimal step, Span limits, List<String> labels) {

    enum Kind {
        INTEGER,
        DECIMAL,
        REAL,
        DATE,
        TIMESTAMP,
        INSTANT,
        TIME,
        BOOLEAN,
        LABEL
    }

    private static final BigDecimal MICROS_A_SECOND = BigDecimal.valueOf(1_000_000);

    static Optional<Scale> of(SqlType type) {
        SqlType base = ColumnType.bare(type);
        if (base instanceof SqlType.Enumerated labelled) {
            int last = labelled.labels().size() - 1;
            Span limits = Span.closed(BigDecimal.ZERO, BigDecimal.valueOf(last));
            return Optional.of(new Scale(Kind.LABEL, BigDecimal.ONE, limits, labelled.labels()));
        } else if (!(base instanceof SqlType.Scalar scalar)
                || !scalar.name().schema().equals("pg_catalog")) {
            return Optional.empty();
        } else {
            return Optional.ofNullable(
                    switch (scalar.name().name()) {
                        case "int2" -> integer(Short.MIN_VALUE, Short.MAX_VALUE);
                        case "int4" -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
                        case "int8" -> integer(Long.MIN_VALUE, Long.MAX_VALUE);
                        case "oid" -> integer(0, 0xFFFFFFFFL);
                        case "numeric" -> decimal(scalar.modifier());
                        case "money" ->
                            new Scale(
                                    Kind.DECIMAL,
                                    new BigDecimal("0.01"),
                                    Span.closed(
                                            BigDecimal.valueOf(Long.MIN_VALUE, 2),
                                            BigDecimal.valueOf(Long.MAX_VALUE, 2)),
                                    List.of());
                        case "float8" -> new Scale(Kind.REAL, null, real(Double.MAX_VALUE), List.of());
                        case "float4" -> new Scale(Kind.REAL, null, real(Float.MAX_VALUE), List.of());
                        case "bool" ->
                            new Scale(
                                    Kind.BOOLEAN,
                                    BigDecimal.ONE,
                                    Span.closed(BigDecimal.ZERO, BigDecimal.ONE),
                                    List.of());
                        case "date" -> new Scale(Kind.DATE, BigDecimal.ONE, days(), List.of());
                        case "timestamp" -> new Scale(Kind.TIMESTAMP, BigDecimal.ONE, seconds(), List.of());
                        case "timestamptz" -> new Scale(Kind.INSTANT, BigDecimal.ONE, seconds(), List.of());
                        case "time" ->
                            new Scale(
                                    Kind.TIME,
                                    BigDecimal.ONE,
                                    Span.closed(BigDecimal.ZERO, BigDecimal.valueOf(86_399_999_999L)),
                                    List.of());
                        default -> null;
                    });
        }
    }

    private static Scale integer(long low, long high) {
        Span limits = Span.closed(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
        return new Scale(Kind.INTEGER, BigDecimal.ONE, limits, List.of());
    }

    private static Scale decimal(int modifier) {
        if (modifier < 4) {
            return new Scale(Kind.DECIMAL, null, Span.ALL, List.of());
        }
        // numeric.c: precision in the upper half, scale an 11-bit signed number.
        int precision = ((modifier - 4) >> 16) & 0xffff;
        int scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-scale);
        BigDecimal most = BigDecimal.TEN.pow(precision).subtract(BigDecimal.ONE).multiply(step);
        return new Scale(Kind.DECIMAL, step, Span.closed(most.negate(), most), List.of());
    }

    private static Span real(double most) {
        return Span.closed(new BigDecimal(-most), new BigDecimal(most));
    }

    private static Span days() {
        return Span.closed(
                BigDecimal.valueOf(LocalDate.of(-4712, 1, 1).toEpochDay()),
                BigDecimal.valueOf(LocalDate.of(5_874_897, 12, 31).toEpochDay()));
    }

    private static Span seconds() {
        return Span.closed(
                micros(LocalDateTime.of(-4712, 1, 1, 0, 0)), micros(LocalDateTime.of(294_276, 12, 31, 23, 59, 59)));
    }

    static BigDecimal micros(LocalDateTime time) {
        return BigDecimal.valueOf(time.toEpochSecond(ZoneOffset.UTC))
                .multiply(MICROS_A_SECOND)
                .add(BigDecimal.valueOf(time.get(ChronoField.MICRO_OF_SECOND)));
    }

    /** {@return whether values lie a fixed distance apart} */
    boolean isDiscrete() {
        return step != null;
    }

    /** {@return a value's position; null for infinity and what is no number} */
    @Nullable
    BigDecimal position(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? BigDecimal.ONE : BigDecimal.ZERO;
        } else if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        } else if (value instanceof BigDecimal number) {
            return number;
        } else if (value instanceof Double number) {
            return Double.isFinite(number) ? new BigDecimal(number) : null;
        } else if (value instanceof LocalDate date) {
            return date.equals(LocalDate.MAX) || date.equals(LocalDate.MIN)
                    ? null
                    : BigDecimal.valueOf(date.toEpochDay());
        } else if (value instanceof LocalDateTime time) {
            return time.equals(LocalDateTime.MAX) || time.equals(LocalDateTime.MIN) ? null : micros(time);
        } else if (value instanceof Instant instant) {
            return instant.equals(Instant.MAX) || instant.equals(Instant.MIN)
                    ? null
                    : micros(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof LocalTime time) {
            return BigDecimal.valueOf(time.toNanoOfDay() / 1000);
        } else if (value instanceof String label && labels.contains(label)) {
            return BigDecimal.valueOf(labels.indexOf(label));
        }
        return null;
    }

    /** {@return the value at a position that lies on the grid} */
    Object value(BigDecimal position) {
        long whole = kind == Kind.DECIMAL || kind == Kind.REAL ? 0 : position.longValueExact();
        return switch (kind) {
            case INTEGER -> whole;
            case DECIMAL ->
                step == null || step.scale() < 0 ? position : position.setScale(step.scale(), RoundingMode.UNNECESSARY);
            case REAL -> position.doubleValue();
            case DATE -> LocalDate.ofEpochDay(whole);
            case TIMESTAMP ->
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv(whole, 1_000_000L),
                        (int) Math.floorMod(whole, 1_000_000L) * 1000,
                        ZoneOffset.UTC);
            case INSTANT ->
                Instant.ofEpochSecond(Math.floorDiv(whole, 1_000_000L), Math.floorMod(whole, 1_000_000L) * 1000);
            case TIME -> LocalTime.ofNanoOfDay(whole * 1000);
            case BOOLEAN -> whole != 0;
            case LABEL -> labels.get((int) whole);
        };
    }

    /** {@return the first position of the grid in the span, null if the span has no low end} */
    @Nullable
    BigDecimal first(Span span) {
        BigDecimal low = span.low();
        if (low == null || step == null) {
            return low;
        }
        BigDecimal cell = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        return span.lowOpen() && cell.compareTo(low) == 0 ? cell.add(step) : cell;
    }

    /** {@return the last position of the grid in the span, null if the span has no high end} */
    @Nullable
    BigDecimal last(Span span) {
        BigDecimal high = span.high();
        if (high == null || step == null) {
            return high;
        }
        BigDecimal cell = high.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        return span.highOpen() && cell.compareTo(high) == 0 ? cell.subtract(step) : cell;
    }

    /** {@return whether no value lies in the span} */
    boolean isEmpty(Span span) {
        BigDecimal first = first(span);
        BigDecimal last = last(span);
        if (first == null || last == null) {
            return false;
        }
        int order = first.compareTo(last);
        return order > 0 || (order == 0 && step == null && (span.lowOpen() || span.highOpen()));
    }
}
