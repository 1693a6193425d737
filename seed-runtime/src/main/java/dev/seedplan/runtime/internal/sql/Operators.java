package dev.seedplan.runtime.internal.sql;

import dev.seedplan.runtime.internal.regex.Matching;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the operators do; all of them give NULL for NULL. */
final class Operators {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

    private final Surroundings surroundings;
    private final Casts casts;
    private final Comparison comparison;

    Operators(Surroundings surroundings, Casts casts, Comparison comparison) {
        this.surroundings = surroundings;
        this.casts = casts;
        this.comparison = comparison;
    }

    Datum prefix(String operator, Datum of) {
        if (!of.isDecided() || of.isNull()) {
            return of;
        } else if (operator.equals("-") && of.value() instanceof Number number) {
            return new Arithmetic(surroundings).apply("-", new Datum("int4", 0L), new Datum(of.type(), number));
        } else if (operator.equals("-") && of.type().equals("interval") && of.value() instanceof String text) {
            Interval interval = Interval.parse(text);
            return interval == null
                    ? Datum.UNDECIDED
                    : new Datum("interval", interval.negated().toString());
        } else if (operator.equals("+")) {
            return of;
        }
        return Datum.UNDECIDED;
    }

    Datum quantified(Expr.Quantified quantified, Datum left, Datum array) {
        if (array.type().equals("unknown") && array.value() != null) {
            array = casts.cast(array, (left.type().equals("unknown") ? "text" : left.type()) + "[]");
        }
        if (!left.isDecided() || !array.isDecided()) {
            return Datum.UNDECIDED;
        } else if (!(array.value() instanceof List<?> list)) {
            return new Datum("bool", null);
        } else {
            Truth result = quantified.all() ? Truth.TRUE : Truth.FALSE;
            for (Object item : list) {
                Datum datum = apply(quantified.operator(), left, new Datum(array.element(), item));
                if (datum.value() instanceof Boolean truth && truth != quantified.all()) {
                    return Datum.of(truth);
                } else if (!datum.isDecided()) {
                    result = Truth.UNDECIDED;
                } else if (datum.isNull() && result != Truth.UNDECIDED) {
                    result = Truth.NULL;
                }
            }
            return Evaluator.logic(result);
        }
    }

    Datum apply(String operator, Datum left, Datum right) {
        if (left.isNull() || right.isNull()) {
            return new Datum(COMPARISONS.contains(operator) || operator.contains("~") ? "bool" : "unknown", null);
        } else if (!left.isDecided() || !right.isDecided()) {
            return Datum.UNDECIDED;
        }
        if (left.type().equals("unknown") != right.type().equals("unknown") && !operator.startsWith("->")) {
            if (left.type().equals("unknown")) {
                left = casts.cast(left, operand(operator, right.type()));
            } else {
                right = casts.cast(right, operand(operator, left.type()));
            }
            if (!left.isDecided() || !right.isDecided()) {
                return Datum.UNDECIDED;
            }
        }
        if (COMPARISONS.contains(operator)) {
            return compare(operator, left, right);
        } else if (operator.endsWith("~") || operator.endsWith("~*")) {
            return matches(operator, left, right);
        }
        return switch (operator) {
            case "+", "-", "*", "/", "%" -> new Arithmetic(surroundings).apply(operator, left, right);
            case "||" -> concat(left, right);
            case "->", "->>" -> JsonFunctions.get(left, right, operator.equals("->>"));
            case "?" -> JsonFunctions.hasKey(left, right);
            case "?&", "?|" -> JsonFunctions.hasKeys(left, right, operator.equals("?&"));
            case "@>", "<@", "&&" -> contains(operator, left, right);
            case "^@" -> strings(left, right) ? Datum.of(text(left).startsWith(text(right))) : Datum.UNDECIDED;
            default -> Datum.UNDECIDED;
        };
    }

    /** The type a constant without one takes beside an operand of that type. */
    private static String operand(String operator, String type) {
        if (operator.equals("?") || operator.startsWith("~") || operator.startsWith("!~")) {
            return type.equals("citext") ? type : "text";
        } else if (operator.equals("?&") || operator.equals("?|")) {
            return "text[]";
        }
        boolean time = type.startsWith("timestamp") || type.equals("date");
        return time && (operator.equals("+") || operator.equals("-")) ? "interval" : type;
    }

    private Datum compare(String operator, Datum left, Datum right) {
        if (operator.equals("=") || operator.equals("<>")) {
            Boolean equal = comparison.equal(left, right);
            return equal == null ? Datum.UNDECIDED : Datum.of(equal == operator.equals("="));
        }
        Integer order = comparison.order(left, right);
        if (order == null) {
            return Datum.UNDECIDED;
        }
        return Datum.of(
                switch (operator) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                });
    }

    private static Datum matches(String operator, Datum left, Datum right) {
        if (!strings(left, right)) {
            return Datum.UNDECIDED;
        }
        boolean negated = operator.startsWith("!");
        boolean like = operator.contains("~~");
        boolean anyCase = operator.endsWith("*") || left.type().equals("citext");
        String subject = text(left);
        Boolean matches = Matching.matches(subject, text(right), like, anyCase);
        return matches == null ? Datum.UNDECIDED : Datum.of(matches != negated);
    }

    private Datum concat(Datum left, Datum right) {
        if (left.isArray()
                || right.isArray()
                || left.type().startsWith("json")
                || right.type().startsWith("json")) {
            return left.isArray() && right.isArray() ? ArrayFunctions.concat(left, right) : Datum.UNDECIDED;
        }
        Datum first = casts.cast(left, "text");
        Datum second = casts.cast(right, "text");
        return first.value() instanceof String a && second.value() instanceof String b
                ? Datum.text(a + b)
                : Datum.UNDECIDED;
    }

    private Datum contains(String operator, Datum left, Datum right) {
        if (left.type().equals("jsonb")) {
            return operator.equals("&&") ? Datum.UNDECIDED : JsonFunctions.contains(operator, left, right);
        }
        if (!(left.value() instanceof List<?> a) || !(right.value() instanceof List<?> b)) {
            return Datum.UNDECIDED;
        }
        boolean swapped = operator.equals("<@");
        List<?> whole = swapped ? b : a;
        String wholeType = swapped ? right.element() : left.element();
        String partType = swapped ? left.element() : right.element();
        boolean every = true;
        boolean some = false;
        for (Object part : swapped ? a : b) {
            Boolean found = part == null ? Boolean.FALSE : member(whole, wholeType, new Datum(partType, part));
            if (found == null) {
                return Datum.UNDECIDED;
            }
            every &= found;
            some |= found;
        }
        return Datum.of(operator.equals("&&") ? some : every);
    }

    private @Nullable Boolean member(List<?> whole, String type, Datum part) {
        for (Object item : whole) {
            if (item == null) {
                continue;
            }
            Boolean equal = comparison.equal(new Datum(type, item), part);
            if (equal == null || equal) {
                return equal;
            }
        }
        return false;
    }

    private static boolean strings(Datum left, Datum right) {
        return left.value() instanceof String
                && right.value() instanceof String
                && Values.STRINGS.contains(left.type())
                && Values.STRINGS.contains(right.type());
    }

    private static String text(Datum datum) {
        return String.valueOf(datum.value());
    }
}
