package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sum of columns' positions with factors, and a constant. Times of all kinds are in microseconds.
 *
 * @param kind what kind of quantity it is
 */
// Branches that return early read better as statements. Some objects exist once.
@SuppressWarnings({"ReferenceEquality", "StatementSwitchToExpressionSwitch"})
record LinearForm(Map<String, BigDecimal> factors, BigDecimal constant, Kind kind) {

    enum Kind {
        NUMBER,
        /** A point in time. */
        TIME,
        /** A date, which a number moves by days. */
        DATE,
        /** A time between two points. */
        DURATION,
        /** A difference of dates, which is a number of days. */
        DAYS
    }

    private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000_000L);

    static @Nullable LinearForm of(Expr expr, TableRules rules) {
        Datum constant = rules.constant(expr);
        if (constant != null) {
            return constant(constant, rules);
        } else if (expr instanceof Expr.Column column) {
            return column(column.name(), rules);
        } else if (expr instanceof Expr.Cast cast) {
            return cast(cast, rules);
        } else if (expr instanceof Expr.Unary unary && unary.operator().equals("-")) {
            LinearForm of = of(unary.of(), rules);
            return of == null ? null : of.times(BigDecimal.ONE.negate());
        } else if (!(expr instanceof Expr.Binary binary)) {
            return null;
        } else {
            LinearForm left = of(binary.left(), rules);
            LinearForm right = of(binary.right(), rules);
            return left == null || right == null ? null : combined(binary.operator(), left, right);
        }
    }

    private static @Nullable LinearForm constant(Datum datum, TableRules rules) {
        Object value = datum.value();
        if (value instanceof Number number && !(number instanceof Double real && !Double.isFinite(real))) {
            return new LinearForm(Map.of(), new BigDecimal(number.toString()), Kind.NUMBER);
        } else if (datum.type().equals("interval")) {
            BigDecimal micros = rules.micros(datum);
            return micros == null ? null : new LinearForm(Map.of(), micros, Kind.DURATION);
        }
        Object time = rules.evaluator().cast(datum, "timestamp").value();
        return time instanceof java.time.LocalDateTime at
                        && !at.equals(java.time.LocalDateTime.MAX)
                        && !at.equals(java.time.LocalDateTime.MIN)
                ? new LinearForm(Map.of(), Scale.micros(at), datum.type().equals("date") ? Kind.DATE : Kind.TIME)
                : null;
    }

    private static @Nullable LinearForm column(String name, TableRules rules) {
        ColumnType type = rules.type(name);
        Scale scale = type == null ? null : type.scale().orElse(null);
        if (scale == null) {
            return null;
        }
        return switch (scale.kind()) {
            case INTEGER, DECIMAL, REAL -> new LinearForm(Map.of(name, BigDecimal.ONE), BigDecimal.ZERO, Kind.NUMBER);
            case DATE -> new LinearForm(Map.of(name, DAY), BigDecimal.ZERO, Kind.DATE);
            case TIMESTAMP, INSTANT -> new LinearForm(Map.of(name, BigDecimal.ONE), BigDecimal.ZERO, Kind.TIME);
            default -> null;
        };
    }

    private static @Nullable LinearForm cast(Expr.Cast cast, TableRules rules) {
        LinearForm of = of(cast.of(), rules);
        if (of == null || !cast.type().modifiers().isEmpty()) {
            return null;
        }
        String to = cast.type().key();
        String from = rules.typeKey(cast.of());
        if (to.startsWith("timestamp") && (of.kind == Kind.DATE || of.kind == Kind.TIME)) {
            return new LinearForm(of.factors, of.constant, Kind.TIME);
        }
        boolean wider = of.kind == Kind.NUMBER
                && (to.equals("numeric")
                        || to.equals("float8")
                        || (from != null && from.startsWith("int") && to.startsWith("int")));
        return wider ? of : null;
    }

    private static @Nullable LinearForm combined(String operator, LinearForm left, LinearForm right) {
        switch (operator) {
            case "+":
                return sum(left, right, BigDecimal::add);
            case "-":
                return sum(left, right, BigDecimal::subtract);
            case "*":
                LinearForm number = left.factors.isEmpty() ? left : right;
                LinearForm other = number == left ? right : left;
                return number.factors.isEmpty() && number.kind == Kind.NUMBER && other.kind == Kind.NUMBER
                        ? other.times(number.constant)
                        : null;
            default:
                return null;
        }
    }

    private static @Nullable LinearForm sum(LinearForm left, LinearForm right, BinaryOperator<BigDecimal> add) {
        boolean minus = add.apply(BigDecimal.ZERO, BigDecimal.ONE).signum() < 0;
        LinearForm a = left;
        LinearForm b = right;
        Kind kind;
        if (a.kind == b.kind && a.kind != Kind.TIME && a.kind != Kind.DATE) {
            kind = a.kind;
        } else if (minus && a.kind == Kind.DATE && b.kind == Kind.DATE) {
            kind = Kind.DAYS;
        } else if (minus && isPoint(a) && isPoint(b)) {
            kind = Kind.DURATION;
        } else if (a.kind == Kind.DATE && b.kind == Kind.NUMBER) {
            kind = Kind.DATE;
            b = b.times(DAY);
        } else if (isPoint(a) && b.kind == Kind.DURATION) {
            kind = Kind.TIME;
        } else if (!minus && a.kind == Kind.DURATION && isPoint(b)) {
            kind = Kind.TIME;
        } else if (a.kind == Kind.DAYS && b.kind == Kind.NUMBER) {
            kind = Kind.DAYS;
            b = b.times(DAY);
        } else {
            return null;
        }
        return added(a, b, kind, add);
    }

    private static boolean isPoint(LinearForm form) {
        return form.kind == Kind.TIME || form.kind == Kind.DATE;
    }

    private static LinearForm added(LinearForm a, LinearForm b, Kind kind, BinaryOperator<BigDecimal> add) {
        Map<String, BigDecimal> factors = new TreeMap<>(a.factors);
        b.factors.forEach((name, factor) ->
                factors.put(name, add.apply(factors.getOrDefault(name, BigDecimal.ZERO), factor)));
        factors.values().removeIf(factor -> factor.signum() == 0);
        return new LinearForm(factors, add.apply(a.constant, b.constant), kind);
    }

    /** {@return left minus right, null where the two cannot be compared} */
    static @Nullable LinearForm difference(LinearForm left, LinearForm right) {
        LinearForm a = left;
        LinearForm b = right;
        if (a.kind == Kind.DAYS && b.kind == Kind.NUMBER) {
            b = b.times(DAY);
        } else if (a.kind == Kind.NUMBER && b.kind == Kind.DAYS) {
            a = a.times(DAY);
        } else if (a.kind != b.kind && !(isPoint(a) && isPoint(b))) {
            return null;
        }
        return added(a, b, a.kind, BigDecimal::subtract);
    }

    private LinearForm times(BigDecimal by) {
        Map<String, BigDecimal> scaled = new TreeMap<>();
        factors.forEach((name, factor) -> scaled.put(name, factor.multiply(by)));
        scaled.values().removeIf(factor -> factor.signum() == 0);
        return new LinearForm(scaled, constant.multiply(by), kind);
    }
}
