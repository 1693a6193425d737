package dev.seedplan.runtime.internal.solve;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of positions on a {@link Scale}.
 *
 * @param low null for no limit
 * @param lowOpen whether {@code low} itself is left out
 * @param high null for no limit
 * @param highOpen whether {@code high} itself is left out
 */
record Span(
        @Nullable BigDecimal low, boolean lowOpen, @Nullable BigDecimal high, boolean highOpen) {

    static final Span ALL = new Span(null, false, null, false);

    static Span of(String operator, BigDecimal bound) {
        return switch (operator) {
            case "<" -> new Span(null, false, bound, true);
            case "<=" -> new Span(null, false, bound, false);
            case ">" -> new Span(bound, true, null, false);
            case ">=" -> new Span(bound, false, null, false);
            default -> new Span(bound, false, bound, false);
        };
    }

    static Span closed(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new Span(low, false, high, false);
    }

    Span and(Span other) {
        BigDecimal newLow = low;
        boolean newLowOpen = lowOpen;
        if (other.low != null) {
            int order = low == null ? -1 : low.compareTo(other.low);
            newLow = order < 0 ? other.low : low;
            newLowOpen = order < 0 ? other.lowOpen : order == 0 ? lowOpen || other.lowOpen : lowOpen;
        }
        BigDecimal newHigh = high;
        boolean newHighOpen = highOpen;
        if (other.high != null) {
            int order = high == null ? 1 : high.compareTo(other.high);
            newHigh = order > 0 ? other.high : high;
            newHighOpen = order > 0 ? other.highOpen : order == 0 ? highOpen || other.highOpen : highOpen;
        }
        return new Span(newLow, newLowOpen, newHigh, newHighOpen);
    }

    boolean contains(BigDecimal position) {
        if (low != null) {
            int order = position.compareTo(low);
            if (order < 0 || (order == 0 && lowOpen)) {
                return false;
            }
        }
        if (high != null) {
            int order = position.compareTo(high);
            return order < 0 || (order == 0 && !highOpen);
        }
        return true;
    }

    boolean isAll() {
        return low == null && high == null;
    }

    @Override
    public String toString() {
        return (low == null ? "(-∞" : (lowOpen ? "(" : "[") + low.toPlainString())
                + ", "
                + (high == null ? "∞)" : high.toPlainString() + (highOpen ? ")" : "]"));
    }
}
