package dev.seedplan.runtime.internal.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Equality and order of values that are not NULL. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class Comparison {

    /** Every collation orders these as their codes do. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]*");

    private final Surroundings surroundings;

    Comparison(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** {@return whether they are equal, null where only the server knows} */
    @Nullable
    Boolean equal(Datum a, Datum b) {
        Object x = Objects.requireNonNull(a.value());
        Object y = Objects.requireNonNull(b.value());
        if (x instanceof String s && y instanceof String t) {
            return equalStrings(a.type().equals("unknown") ? b.type() : a.type(), s, t);
        } else if (x instanceof byte[] s && y instanceof byte[] t) {
            return Arrays.equals(s, t);
        } else if (x instanceof List<?> s && y instanceof List<?> t) {
            return equalLists(a, s, b, t);
        }
        Integer order = order(a, b);
        return order == null ? null : order == 0;
    }

    private @Nullable Boolean equalStrings(String type, String s, String t) {
        switch (type) {
            case "citext":
                return s.equals(t) ? Boolean.TRUE : Values.ascii(s + t) ? s.equalsIgnoreCase(t) : null;
            case "bpchar":
                return s.stripTrailing().equals(t.stripTrailing());
            case "jsonb":
                return Json.equal(s, t);
            case "interval":
                Interval one = Interval.parse(s);
                Interval other = Interval.parse(t);
                return (one == null || other == null) ? null : one.order().compareTo(other.order()) == 0;
            case "inet", "cidr":
                Network first = Network.parse(s);
                Network second = Network.parse(t);
                return (first == null || second == null) ? null : first.equals(second);
            default:
                // Of types with several spellings only equal spellings tell.
                boolean spelled = Values.STRINGS.contains(type) || surroundings.labels(type) != null;
                return s.equals(t) ? Boolean.TRUE : spelled ? Boolean.FALSE : null;
        }
    }

    private @Nullable Boolean equalLists(Datum a, List<?> s, Datum b, List<?> t) {
        if (s.size() != t.size()) {
            return false;
        }
        boolean decided = true;
        for (int i = 0; i < s.size(); i++) {
            Object x = s.get(i);
            Object y = t.get(i);
            if (x == null || y == null) {
                if (x != y) {
                    return false;
                }
                continue;
            }
            Boolean same = equal(
                    new Datum(x instanceof List ? a.type() : a.element(), x),
                    new Datum(y instanceof List ? b.type() : b.element(), y));
            if (same == null) {
                decided = false;
            } else if (!same) {
                return false;
            }
        }
        return decided ? true : null;
    }

    /** {@return their order as {@code compareTo} gives it, null where only the server knows} */
    @Nullable
    Integer order(Datum a, Datum b) {
        Object x = Objects.requireNonNull(a.value());
        Object y = Objects.requireNonNull(b.value());
        if (x instanceof Number && y instanceof Number) {
            return numbers(x, y);
        } else if (x instanceof String s && y instanceof String t) {
            return strings(a.type().equals("unknown") ? b.type() : a.type(), s, t);
        } else if (x instanceof Boolean s && y instanceof Boolean t) {
            return s.compareTo(t);
        } else if (x instanceof UUID && y instanceof UUID) {
            return x.toString().compareTo(y.toString());
        } else if (x instanceof byte[] s && y instanceof byte[] t) {
            return Arrays.compareUnsigned(s, t);
        } else if (x instanceof LocalTime s && y instanceof LocalTime t) {
            return s.compareTo(t);
        } else if (x instanceof LocalDate s && y instanceof LocalDate t) {
            return s.compareTo(t);
        }
        return times(x, y);
    }

    static int numbers(Object x, Object y) {
        if (!Values.finite(x) || !Values.finite(y)) {
            return Double.compare(((Number) x).doubleValue(), ((Number) y).doubleValue());
        } else if (x instanceof Double s && y instanceof Double t) {
            return Double.compare(s + 0.0, t + 0.0);
        } else if (x instanceof Long s && y instanceof Long t) {
            return s.compareTo(t);
        }
        BigDecimal left = Values.decimal(x);
        return left.compareTo(Values.decimal(y));
    }

    private @Nullable Integer strings(String type, String s, String t) {
        if (s.equals(t)) {
            return 0;
        }
        List<String> labels = surroundings.labels(type);
        if (labels != null) {
            return Integer.compare(labels.indexOf(s), labels.indexOf(t));
        } else if (type.equals("interval")) {
            Interval one = Interval.parse(s);
            Interval other = Interval.parse(t);
            return (one == null || other == null) ? null : one.order().compareTo(other.order());
        } else if (Set.of("text", "varchar", "citext").contains(type)) {
            boolean plain = PLAIN.matcher(s).matches() && PLAIN.matcher(t).matches();
            return plain || s.isEmpty() || t.isEmpty() ? Integer.valueOf(s.compareTo(t)) : null;
        }
        return null;
    }

    private @Nullable Integer times(Object x, Object y) {
        if (x instanceof LocalDateTime s && y instanceof LocalDateTime t) {
            return s.compareTo(t);
        } else if (x instanceof Instant s && y instanceof Instant t) {
            return s.compareTo(t);
        } else if (x instanceof Instant || y instanceof Instant) {
            Instant s = Times.instant(x, surroundings);
            Instant t = Times.instant(y, surroundings);
            return s == null || t == null ? null : s.compareTo(t);
        }
        LocalDateTime s = Times.local(x);
        LocalDateTime t = Times.local(y);
        return s == null || t == null ? null : s.compareTo(t);
    }
}
