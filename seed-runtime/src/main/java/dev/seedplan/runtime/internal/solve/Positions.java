package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.types.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Draws positions from a span: numbers of moderate size, times of the last two years, where the span lets one choose. */
final class Positions {

    private static final BigDecimal WIDTH = BigDecimal.valueOf(1_000);

    private final Scale scale;
    private final Facts facts;
    private final Instant now;

    Positions(Scale scale, Facts facts, Instant now) {
        this.scale = scale;
        this.facts = facts;
        this.now = now;
    }

    /** {@return a value, null if the span is empty} */
    @Nullable
    Object draw(Draws draws, int i) {
        Span span = window();
        BigDecimal step = step(span);
        BigDecimal first = onGrid(span, step, true);
        BigDecimal last = onGrid(span, step, false);
        if (first.compareTo(last) > 0) {
            return null;
        }
        long count = last.subtract(first)
                        .divideToIntegralValue(step)
                        .min(BigDecimal.valueOf(Long.MAX_VALUE - 1))
                        .longValue()
                + 1;
        long start = draws.below(count);
        for (long k = 0; k < Math.min(count, facts.notIn().size() + 1L); k++) {
            long place = (start + k) % count;
            BigDecimal position = first.add(step.multiply(BigDecimal.valueOf(place)));
            if (!facts.notIn().contains(ColumnType.normal(position))
                    && facts.span().contains(position)) {
                return scale.value(position);
            }
        }
        return null;
    }

    private BigDecimal onGrid(Span span, BigDecimal step, boolean first) {
        BigDecimal end = java.util.Objects.requireNonNull(first ? span.low() : span.high());
        BigDecimal cell = end.divide(step, 0, first ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .multiply(step);
        boolean open = first ? span.lowOpen() : span.highOpen();
        if (!open || cell.compareTo(end) != 0) {
            return cell;
        }
        return first ? cell.add(step) : cell.subtract(step);
    }

    private BigDecimal step(Span span) {
        if (scale.step() != null) {
            return coarse(span, scale.step());
        }
        BigDecimal width = java.util.Objects.requireNonNull(span.high()).subtract(span.low());
        BigDecimal step = scale.kind() == Scale.Kind.REAL ? new BigDecimal("0.5") : new BigDecimal("0.01");
        while (width.compareTo(step.multiply(BigDecimal.valueOf(100))) < 0 && step.scale() < 30) {
            step = step.divide(scale.kind() == Scale.Kind.REAL ? BigDecimal.valueOf(2) : BigDecimal.TEN);
        }
        return step;
    }

    /** Whole seconds and minutes look better than microseconds. */
    private BigDecimal coarse(Span span, BigDecimal step) {
        boolean time = scale.kind() == Scale.Kind.TIMESTAMP
                || scale.kind() == Scale.Kind.INSTANT
                || scale.kind() == Scale.Kind.TIME;
        BigDecimal second = BigDecimal.valueOf(1_000_000);
        BigDecimal width = java.util.Objects.requireNonNull(span.high()).subtract(span.low());
        return time && width.compareTo(second.multiply(BigDecimal.valueOf(60))) > 0 ? second : step;
    }

    /** The part of the span to draw from. */
    private Span window() {
        Span span = facts.span().and(scale.limits());
        Span preferred = preferred();
        Span both = span.and(preferred);
        return both.low() != null && both.high() != null && !scale.isEmpty(both) ? both : closest(span);
    }

    private Span preferred() {
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        BigDecimal end = switch (scale.kind()) {
            case DATE -> BigDecimal.valueOf(at.toLocalDate().toEpochDay());
            case TIMESTAMP, INSTANT -> Scale.micros(at);
            default -> null;
        };
        if (end == null) {
            boolean small = scale.kind() == Scale.Kind.TIME
                    || scale.kind() == Scale.Kind.BOOLEAN
                    || scale.kind() == Scale.Kind.LABEL;
            return small ? scale.limits() : Span.closed(BigDecimal.ONE, WIDTH);
        }
        BigDecimal year =
                scale.kind() == Scale.Kind.DATE ? BigDecimal.valueOf(365) : BigDecimal.valueOf(365L * 86_400_000_000L);
        return Span.closed(end.subtract(year.multiply(BigDecimal.valueOf(2))), end);
    }

    /** Of a span that has nothing of what is preferred: near the end that is closer to zero. */
    private Span closest(Span span) {
        BigDecimal width = switch (scale.kind()) {
            case TIMESTAMP, INSTANT -> BigDecimal.valueOf(365L * 86_400_000_000L);
            default -> WIDTH;
        };
        BigDecimal low = span.low();
        BigDecimal high = span.high();
        boolean up =
                low != null && (low.signum() >= 0 || high == null || low.abs().compareTo(high.abs()) <= 0);
        if (low == null && high == null) {
            return Span.closed(BigDecimal.ONE, WIDTH);
        } else if (up) {
            BigDecimal most = java.util.Objects.requireNonNull(low).add(width);
            return high == null || most.compareTo(high) < 0 ? new Span(low, span.lowOpen(), most, false) : span;
        }
        BigDecimal least = java.util.Objects.requireNonNull(high).subtract(width);
        return low == null || least.compareTo(low) > 0 ? new Span(least, false, high, span.highOpen()) : span;
    }
}
