package dev.seedplan.runtime.internal.solve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The positions of a span, numbered from 1 or the low end on, below zero last. */
// Some objects exist once.
@SuppressWarnings("ReferenceEquality")
final class NumberedPositions {

    private static final BigDecimal MANY = BigDecimal.valueOf(ValueDomain.MANY);

    private NumberedPositions() {}

    static ValueDomain.Numbered of(Scale scale, Facts facts, Instant now) {
        Span whole = facts.span().and(scale.limits());
        Span usual = whole.and(usual(scale, now));
        Span span = scale.isEmpty(usual) ? whole : usual;
        BigDecimal step = scale.step() == null ? step(scale, span) : coarse(scale, span, scale.step());
        BigDecimal first = span.low() == null
                ? (span.high() == null ? BigDecimal.ZERO : span.high().subtract(step.multiply(MANY)))
                : end(span.low(), span.lowOpen(), step, true);
        BigDecimal last =
                span.high() == null ? first.add(step.multiply(MANY)) : end(span.high(), span.highOpen(), step, false);
        if (first.compareTo(last) > 0) {
            return new ValueDomain.Numbered(0, n -> n);
        }
        BigDecimal start = first.signum() < 0 && last.compareTo(step) >= 0 ? step : first;
        long size = last.subtract(first)
                .divideToIntegralValue(step)
                .add(BigDecimal.ONE)
                .min(MANY)
                .longValue();
        long upper = last.subtract(start)
                .divideToIntegralValue(step)
                .add(BigDecimal.ONE)
                .min(MANY)
                .longValue();
        List<Long> gaps = new ArrayList<>();
        for (Object key : facts.notIn()) {
            if (key instanceof BigDecimal position
                    && position.compareTo(first) >= 0
                    && position.compareTo(last) <= 0
                    && position.subtract(first).remainder(step).signum() == 0) {
                BigDecimal from = position.compareTo(start) >= 0 ? start : first;
                BigDecimal place = position.subtract(from).divideToIntegralValue(step);
                gaps.add(place.min(MANY).longValue() + (from == start ? 0 : upper));
            }
        }
        gaps.sort(null);
        return new ValueDomain.Numbered(size - gaps.size(), n -> {
            long place = n;
            for (long gap : gaps) {
                place += gap <= place ? 1 : 0;
            }
            BigDecimal from = place < upper ? start : first;
            long steps = place < upper ? place : place - upper;
            return scale.value(from.add(step.multiply(BigDecimal.valueOf(steps))));
        });
    }

    /** Times a person believes: the two years before now, for dates the two centuries around it. */
    private static Span usual(Scale scale, Instant now) {
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return switch (scale.kind()) {
            case DATE ->
                Span.closed(
                        BigDecimal.valueOf(at.toLocalDate().minusYears(100).toEpochDay()),
                        BigDecimal.valueOf(at.toLocalDate().plusYears(100).toEpochDay()));
            case TIMESTAMP, INSTANT -> Span.closed(Scale.micros(at.minusYears(2)), Scale.micros(at));
            default -> Span.ALL;
        };
    }

    /** Whole seconds, where there are a million of them. */
    private static BigDecimal coarse(Scale scale, Span span, BigDecimal step) {
        boolean time = scale.kind() == Scale.Kind.TIMESTAMP || scale.kind() == Scale.Kind.INSTANT;
        if (!time || span.low() == null || span.high() == null) {
            return step;
        }
        BigDecimal second = BigDecimal.valueOf(1_000_000);
        BigDecimal seconds = span.high().subtract(span.low()).divideToIntegralValue(second);
        return seconds.compareTo(second) > 0 ? second : step;
    }

    private static BigDecimal end(BigDecimal end, boolean open, BigDecimal step, boolean low) {
        BigDecimal cell = end.divide(step, 0, low ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .multiply(step);
        if (!open || cell.compareTo(end) != 0) {
            return cell;
        }
        return low ? cell.add(step) : cell.subtract(step);
    }

    /** Of what has no grid: hundredths, finer where the span is narrow; powers of two for what is binary. */
    private static BigDecimal step(Scale scale, Span span) {
        boolean real = scale.kind() == Scale.Kind.REAL;
        BigDecimal step = real ? BigDecimal.ONE : new BigDecimal("0.01");
        if (span.low() != null && span.high() != null) {
            BigDecimal width = span.high().subtract(span.low());
            while (width.compareTo(step.multiply(BigDecimal.valueOf(1_000_000))) < 0 && step.scale() < 20) {
                step = step.divide(real ? BigDecimal.valueOf(2) : BigDecimal.TEN);
            }
        }
        return step;
    }
}
