package dev.seedplan.runtime.internal.sql;

import dev.seedplan.runtime.internal.sql.Expr.Binary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value of an expression over a row. Whatever depends on something not known here (a collation, a user's function,
 * another table) is {@link Datum#UNDECIDED}, never guessed. Immutable.
 */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
public final class Evaluator {

    private final Casts casts;
    private final Operators operators;
    private final Functions functions;
    private final Comparison comparison;

    /** Evaluates in these surroundings. */
    public Evaluator(Surroundings surroundings) {
        this.casts = new Casts(surroundings);
        this.comparison = new Comparison(surroundings);
        this.operators = new Operators(surroundings, casts, comparison);
        this.functions = new Functions(surroundings, casts, comparison);
    }

    /**
     * {@return whether a condition holds for a row}
     *
     * @param row gives a column's value; null or {@link Datum#UNDECIDED} where it is not known
     */
    public Truth test(Expr condition, Function<String, @Nullable Datum> row) {
        Datum datum = value(condition, row);
        if (datum.type().equals("unknown") && datum.value() instanceof String) {
            datum = casts.cast(datum, "bool");
        }
        if (!datum.isDecided()) {
            return Truth.UNDECIDED;
        } else if (datum.value() == null) {
            return Truth.NULL;
        }
        return datum.value() instanceof Boolean truth ? (truth ? Truth.TRUE : Truth.FALSE) : Truth.UNDECIDED;
    }

    /** {@return whether two values, neither of them NULL, are equal; null where only the server knows} */
    public @Nullable Boolean equal(Datum one, Datum other) {
        return comparison.equal(one, other);
    }

    /** {@return the order of two values, neither of them NULL, as {@code compareTo} gives it; null where only the server knows} */
    public @Nullable Integer order(Datum one, Datum other) {
        return comparison.order(one, other);
    }

    /** {@return an interval in microseconds, a day being 24 hours; null if it holds months} */
    public static @Nullable BigDecimal micros(Datum interval) {
        Interval parsed = interval.value() instanceof String text ? Interval.parse(text) : null;
        return parsed == null || parsed.months() != 0 ? null : parsed.order();
    }

    /** {@return a value in another type} */
    public Datum cast(Datum datum, String type) {
        return casts.cast(datum, type);
    }

    /** {@return what an expression gives for a row} */
    public Datum value(Expr expr, Function<String, @Nullable Datum> row) {
        try {
            return evaluate(expr, row);
        } catch (ArithmeticException | java.time.DateTimeException | IndexOutOfBoundsException e) {
            // The server refuses the row, or does what was not foreseen: either way it is the judge.
            return Datum.UNDECIDED;
        }
    }

    private Datum evaluate(Expr expr, Function<String, @Nullable Datum> row) {
        if (expr instanceof Expr.Text text) {
            return new Datum("unknown", text.value());
        } else if (expr instanceof Expr.Numeral number) {
            return number(number.digits());
        } else if (expr instanceof Expr.Bool bool) {
            return Datum.of(bool.value());
        } else if (expr instanceof Expr.Null) {
            return Datum.NULL;
        } else if (expr instanceof Expr.Known known) {
            return known.datum();
        } else if (expr instanceof Expr.Column column) {
            Datum datum = row.apply(column.name());
            return datum == null ? Datum.UNDECIDED : datum;
        } else if (expr instanceof Expr.Cast cast) {
            return casts.cast(evaluate(cast.of(), row), cast.type());
        } else if (expr instanceof Expr.Not not) {
            Truth truth = test(not.of(), row);
            return logic(truth == Truth.TRUE ? Truth.FALSE : truth == Truth.FALSE ? Truth.TRUE : truth);
        } else if (expr instanceof Expr.And and) {
            return logic(junction(and.of(), Truth.FALSE, Truth.TRUE, row));
        } else if (expr instanceof Expr.Or or) {
            return logic(junction(or.of(), Truth.TRUE, Truth.FALSE, row));
        } else if (expr instanceof Binary binary) {
            return operators.apply(binary.operator(), evaluate(binary.left(), row), evaluate(binary.right(), row));
        } else if (expr instanceof Expr.Unary unary) {
            return operators.prefix(unary.operator(), evaluate(unary.of(), row));
        } else if (expr instanceof Expr.Is is) {
            return is(is, row);
        } else if (expr instanceof Expr.Distinct distinct) {
            return distinct(distinct, row);
        }
        return compound(expr, row);
    }

    private Datum compound(Expr expr, Function<String, @Nullable Datum> row) {
        if (expr instanceof Expr.Quantified quantified) {
            Datum array = evaluate(quantified.right(), row);
            return operators.quantified(quantified, evaluate(quantified.left(), row), array);
        } else if (expr instanceof Expr.Case branches) {
            return branches(branches, row);
        } else if (expr instanceof Expr.Call call) {
            return call(call, row);
        } else if (expr instanceof Expr.ArrayOf array) {
            return array(array, row);
        } else if (expr instanceof Expr.Collate collate) {
            return evaluate(collate.of(), row);
        } else if (expr instanceof Expr.Subscript subscript) {
            Datum array = evaluate(subscript.of(), row);
            Datum index = evaluate(subscript.index(), row);
            if (!array.isArray()
                    || !(index.value() instanceof Long place)
                    || !(array.value() instanceof List<?> list)) {
                return array.isArray() && (array.value() == null || index.isNull())
                        ? new Datum(array.element(), null)
                        : Datum.UNDECIDED;
            }
            return place < 1 || place > list.size()
                    ? new Datum(array.element(), null)
                    : list.get((int) (place - 1)) instanceof List
                            ? Datum.UNDECIDED
                            : new Datum(array.element(), list.get((int) (place - 1)));
        }
        return Datum.UNDECIDED;
    }

    private static Datum number(String digits) {
        if (digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0 && digits.length() < 19) {
            long value = Long.parseLong(digits);
            return new Datum(value == (int) value ? "int4" : "int8", value);
        }
        return new Datum("numeric", new BigDecimal(digits));
    }

    static Datum logic(Truth truth) {
        return switch (truth) {
            case TRUE -> Datum.TRUE;
            case FALSE -> Datum.FALSE;
            case NULL -> new Datum("bool", null);
            case UNDECIDED -> Datum.UNDECIDED;
        };
    }

    private Truth junction(List<Expr> of, Truth decides, Truth otherwise, Function<String, @Nullable Datum> row) {
        Truth result = otherwise;
        for (Expr part : of) {
            Truth truth = test(part, row);
            if (truth == decides) {
                return decides;
            } else if (truth == Truth.UNDECIDED || (truth == Truth.NULL && result != Truth.UNDECIDED)) {
                result = truth;
            }
        }
        return result;
    }

    private Datum is(Expr.Is is, Function<String, @Nullable Datum> row) {
        Boolean holds;
        switch (is.what()) {
            case "NULL":
                Datum datum = evaluate(is.of(), row);
                holds = (is.of() instanceof Expr.Row || !datum.isDecided()) ? null : (Boolean) datum.isNull();
                break;
            case "TRUE", "FALSE", "UNKNOWN":
                Truth truth = test(is.of(), row);
                String name = truth == Truth.NULL ? "UNKNOWN" : truth.name();
                holds = truth == Truth.UNDECIDED ? null : (Boolean) name.equals(is.what());
                break;
            default:
                return is.what().startsWith("JSON") ? json(is, evaluate(is.of(), row)) : Datum.UNDECIDED;
        }
        return holds == null ? Datum.UNDECIDED : Datum.of(holds != is.negated());
    }

    private static Datum json(Expr.Is is, Datum datum) {
        if (!datum.isDecided() || is.what().contains("UNIQUE")) {
            return Datum.UNDECIDED;
        } else if (!(datum.value() instanceof String text)) {
            return new Datum("bool", null);
        } else {
            Object json = Json.parse(text);
            String type = json == null ? "" : Json.type(json);
            boolean holds = switch (is.what()) {
                case "JSON OBJECT" -> type.equals("object");
                case "JSON ARRAY" -> type.equals("array");
                case "JSON SCALAR" -> json != null && !type.equals("object") && !type.equals("array");
                default -> json != null;
            };
            return Datum.of(holds != is.negated());
        }
    }

    private Datum distinct(Expr.Distinct distinct, Function<String, @Nullable Datum> row) {
        Datum left = evaluate(distinct.left(), row);
        Datum right = evaluate(distinct.right(), row);
        if (!left.isDecided() || !right.isDecided()) {
            return Datum.UNDECIDED;
        } else if (left.isNull() || right.isNull()) {
            return Datum.of((left.isNull() != right.isNull()) != distinct.negated());
        }
        Datum equal = operators.apply("=", left, right);
        return equal.value() instanceof Boolean same ? Datum.of(same == distinct.negated()) : Datum.UNDECIDED;
    }

    private Datum branches(Expr.Case branches, Function<String, @Nullable Datum> row) {
        for (Expr.When when : branches.whens()) {
            Expr condition = branches.operand() == null
                    ? when.condition()
                    : new Binary("=", branches.operand(), when.condition());
            Truth truth = test(condition, row);
            if (truth == Truth.UNDECIDED) {
                return Datum.UNDECIDED;
            } else if (truth == Truth.TRUE) {
                return evaluate(when.result(), row);
            }
        }
        return branches.otherwise() == null ? Datum.NULL : evaluate(branches.otherwise(), row);
    }

    private Datum call(Expr.Call call, Function<String, @Nullable Datum> row) {
        if (call.schema() != null) {
            return Datum.UNDECIDED;
        }
        String name = call.name().toLowerCase(Locale.ROOT);
        if (name.equals("coalesce")) {
            for (Expr argument : call.arguments()) {
                Datum datum = evaluate(argument, row);
                if (!datum.isNull()) {
                    return datum;
                }
            }
            return Datum.NULL;
        }
        List<Datum> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            arguments.add(evaluate(argument, row));
        }
        return name.equals("nullif") ? nullIf(arguments) : functions.call(name, arguments);
    }

    private Datum nullIf(List<Datum> of) {
        Datum equal = operators.apply("=", of.get(0), of.get(1));
        if (!equal.isDecided()) {
            return Datum.UNDECIDED;
        }
        return Boolean.TRUE.equals(equal.value()) ? new Datum(of.get(0).type(), null) : of.get(0);
    }

    private Datum array(Expr.ArrayOf array, Function<String, @Nullable Datum> row) {
        List<@Nullable Object> values = new ArrayList<>();
        String element = "unknown";
        List<Datum> data = new ArrayList<>();
        for (Expr item : array.of()) {
            Datum datum = evaluate(item, row);
            if (!datum.isDecided()) {
                return Datum.UNDECIDED;
            }
            String type = datum.isArray() ? datum.element() : datum.type();
            element = wider(element, type);
            data.add(datum);
        }
        for (Datum datum : data) {
            String to = datum.isArray() ? element + "[]" : element;
            Datum cast = element.equals("unknown") ? datum : casts.cast(datum, to);
            if (!cast.isDecided()) {
                return cast;
            }
            values.add(cast.value());
        }
        return new Datum((element.equals("unknown") ? "text" : element) + "[]", values);
    }

    private static final Map<String, Integer> WIDTH =
            Map.of("unknown", 0, "int2", 1, "int4", 2, "int8", 3, "numeric", 4, "float4", 5, "float8", 6);

    private static String wider(String one, String other) {
        return WIDTH.getOrDefault(other, 9) > WIDTH.getOrDefault(one, 9) ? other : one;
    }
}
