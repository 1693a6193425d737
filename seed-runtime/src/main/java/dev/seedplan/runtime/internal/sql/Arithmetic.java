package dev.seedplan.runtime.internal.sql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** {@code + - * / %} of numbers, times and intervals, with PostgreSQL's result types. */
final class Arithmetic {

    private final Surroundings surroundings;

    Arithmetic(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Datum apply(String operator, Datum left, Datum right) {
        Object x = left.value();
        Object y = right.value();
        if (x instanceof Number a && y instanceof Number b) {
            return numbers(operator, left.type(), a, right.type(), b);
        } else if (x == null || y == null) {
            return Datum.UNDECIDED;
        } else if (operator.equals("+")
                && (left.type().equals("interval") || x instanceof Number)
                && !(y instanceof String)) {
            return times("+", right, left);
        } else if (operator.equals("+") || operator.equals("-")) {
            return times(operator, left, right);
        }
        if (operator.equals("*") && x instanceof String text && left.type().equals("interval") && y instanceof Long n) {
            Interval interval = Interval.parse(text);
            return interval == null
                    ? Datum.UNDECIDED
                    : new Datum("interval", interval.times(n).toString());
        } else if (operator.equals("*") && right.type().equals("interval") && x instanceof Long) {
            return apply("*", right, left);
        }
        return Datum.UNDECIDED;
    }

    private static Datum numbers(String operator, String leftType, Number a, String rightType, Number b) {
        if (a instanceof Double || b instanceof Double) {
            if (!leftType.startsWith("float") && !rightType.startsWith("float")) {
                return Datum.UNDECIDED;
            }
            double x = a.doubleValue();
            double y = b.doubleValue();
            boolean single = leftType.equals("float4") && rightType.equals("float4");
            Double result = switch (operator) {
                case "+" -> x + y;
                case "-" -> x - y;
                case "*" -> x * y;
                case "/" -> y == 0 ? null : (Double) (x / y);
                default -> null;
            };
            return result == null ? Datum.UNDECIDED : single ? Datum.UNDECIDED : new Datum("float8", result);
        } else if (a instanceof Long x && b instanceof Long y) {
            String type = leftType.equals("int8") || rightType.equals("int8") ? "int8" : "int4";
            long result = switch (operator) {
                case "+" -> Math.addExact(x, y);
                case "-" -> Math.subtractExact(x, y);
                case "*" -> Math.multiplyExact(x, y);
                case "/" -> x / y;
                default -> x % y;
            };
            // Beyond the type the server refuses.
            return type.equals("int4") && result != (int) result ? Datum.UNDECIDED : new Datum(type, result);
        }
        BigDecimal x = Values.decimal(a);
        BigDecimal y = Values.decimal(b);
        return switch (operator) {
            case "+" -> new Datum("numeric", x.add(y));
            case "-" -> new Datum("numeric", x.subtract(y));
            case "*" -> new Datum("numeric", x.multiply(y));
            case "/" -> quotient(x, y);
            default -> new Datum("numeric", x.remainder(y));
        };
    }

    /** The scale of the server's quotients is its own; only one that ends is the same here. */
    private static Datum quotient(BigDecimal x, BigDecimal y) {
        BigDecimal rounded = x.divide(y, new MathContext(16, RoundingMode.HALF_UP));
        return rounded.multiply(y).compareTo(x) == 0 ? new Datum("numeric", rounded) : Datum.UNDECIDED;
    }

    private Datum times(String operator, Datum left, Datum right) {
        Object x = left.value();
        Object y = right.value();
        long sign = operator.equals("-") ? -1 : 1;
        if (x instanceof LocalDate a && y instanceof Long days) {
            return new Datum("date", a.plusDays(sign * days));
        } else if (x instanceof LocalDate a && y instanceof LocalDate b && sign < 0) {
            return new Datum("int4", ChronoUnit.DAYS.between(b, a));
        } else if (right.type().equals("interval") && y instanceof String text) {
            Interval interval = Interval.parse(text);
            return interval == null || x == null
                    ? Datum.UNDECIDED
                    : shifted(left.type(), x, sign < 0 ? interval.negated() : interval);
        } else if (x instanceof LocalDate a && y instanceof LocalTime b && sign > 0) {
            return new Datum("timestamp", a.atTime(b));
        }
        return x == null || y == null || sign > 0 ? Datum.UNDECIDED : difference(x, y);
    }

    private Datum difference(Object x, Object y) {
        LocalDateTime a = x instanceof Instant i ? Times.at(i, ZoneOffset.UTC) : Times.local(x);
        LocalDateTime b = y instanceof Instant i ? Times.at(i, ZoneOffset.UTC) : Times.local(y);
        if (a == null || b == null || (x instanceof Instant) != (y instanceof Instant)) {
            return Datum.UNDECIDED;
        }
        long micros = ChronoUnit.MICROS.between(b, a);
        return new Datum("interval", new Interval(0, micros / Interval.DAY, micros % Interval.DAY).toString());
    }

    private Datum shifted(String type, Object time, Interval by) {
        if (time instanceof String text && type.equals("interval")) {
            Interval interval = Interval.parse(text);
            return interval == null
                    ? Datum.UNDECIDED
                    : new Datum("interval", interval.plus(by).toString());
        } else if (time instanceof Instant instant) {
            if (instant.equals(Instant.MAX) || instant.equals(Instant.MIN)) {
                return new Datum(type, instant);
            }
            LocalDateTime moved = Times.plus(Times.at(instant, surroundings.zone()), by);
            return new Datum("timestamptz", moved.atZone(surroundings.zone()).toInstant());
        }
        @Nullable LocalDateTime local = Times.local(time);
        if (local == null) {
            return Datum.UNDECIDED;
        } else if (local.equals(LocalDateTime.MAX) || local.equals(LocalDateTime.MIN)) {
            return new Datum("timestamp", local);
        }
        return new Datum("timestamp", Times.plus(local, by));
    }
}
