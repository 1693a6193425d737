package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Substitution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Conditions on arrays. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class ArrayAtoms {

    private static final int ANY = Integer.MAX_VALUE;

    private final TableRules rules;

    ArrayAtoms(TableRules rules) {
        this.rules = rules;
    }

    /** {@return the type of the elements of an array column, whatever it is cast to} */
    private @Nullable ColumnType elements(Expr expr) {
        Expr at = expr;
        while (at instanceof Expr.Cast cast && cast.type().dimensions() > 0) {
            at = cast.of();
        }
        ColumnType type = at instanceof Expr.Column column ? rules.type(column.name()) : null;
        return type == null ? null : type.element().orElse(null);
    }

    private static @Nullable List<Object> keys(ColumnType element, Datum array) {
        if (!(array.value() instanceof List<?> list)) {
            return null;
        }
        List<Object> keys = new ArrayList<>();
        for (Object item : list) {
            String type = array.type().endsWith("[]")
                    ? array.type().substring(0, array.type().length() - 2)
                    : "unknown";
            Object key = item == null ? null : element.keyOf(new Datum(type, item));
            if (key == null) {
                return null;
            }
            keys.add(key);
        }
        return keys;
    }

    private static Facts every(Facts facts) {
        return Facts.of(ListFacts.elements(facts.with(Nullness.NOT_NULL)));
    }

    @Nullable
    List<Facts> operator(Expr left, String operator, Datum constant, boolean truth) {
        ColumnType element = elements(left);
        Datum array = element == null ? constant : rules.evaluator().cast(constant, element.key() + "[]");
        List<Object> keys = element == null ? null : keys(element, array);
        if (keys == null) {
            return null;
        }
        switch (operator) {
            case "<@":
                return truth ? List.of(every(Facts.in(keys))) : null;
            case "@>":
                if (truth) {
                    return List.of(Facts.of(ListFacts.members(keys)));
                }
                return keys.stream()
                        .map(key -> every(Facts.notIn(List.of(key))))
                        .toList();
            case "&&":
                if (!truth) {
                    return List.of(every(Facts.notIn(keys)));
                }
                return keys.stream()
                        .map(key -> Facts.of(ListFacts.members(List.of(key))))
                        .toList();
            default:
                return null;
        }
    }

    /** A constant compared with all or any elements. */
    @Nullable
    List<Facts> quantified(Expr.Quantified quantified, boolean truth) {
        ColumnType element = elements(quantified.right());
        Datum constant = rules.constant(quantified.left());
        if (element == null || constant == null || constant.value() == null) {
            return null;
        }
        Object key = element.keyOf(constant);
        boolean equal = quantified.operator().equals("=") && !quantified.all();
        boolean different = quantified.operator().equals("<>") && quantified.all();
        if (equal || different) {
            if (key == null) {
                return null;
            }
            boolean member = equal == truth;
            return List.of(member ? Facts.of(ListFacts.members(List.of(key))) : every(Facts.notIn(List.of(key))));
        }
        if (!quantified.all() || !truth) {
            return null;
        }
        String mirrored = Restriction.mirrored(quantified.operator());
        List<Facts> each = OfColumn.facts(element, new Constraint.Compare(mirrored, constant), rules);
        return each == null || each.size() != 1 ? null : List.of(every(each.get(0)));
    }

    @Nullable
    List<Facts> call(Expr.Call call, Constraint constraint) {
        String name = call.name().toLowerCase(Locale.ROOT);
        boolean first = name.equals("array_length")
                && call.arguments().size() == 2
                && call.arguments().get(1).toString().equals("1");
        if (elements(call.arguments().get(0)) == null
                || !(name.equals("cardinality") || first)
                || !(constraint instanceof Constraint.Compare compare)
                || !(compare.constant().value() instanceof Number bound)) {
            return null;
        }
        // The empty array has no length.
        return sizes(compare.operator(), new BigDecimal(bound.toString()), first ? 1 : 0).stream()
                .map(Facts::of)
                .toList();
    }

    static List<ListFacts> sizes(String operator, BigDecimal bound, int least) {
        int floor = bound.setScale(0, RoundingMode.FLOOR)
                .max(BigDecimal.valueOf(-1))
                .min(BigDecimal.valueOf(1_000_000))
                .intValue();
        boolean whole = bound.compareTo(BigDecimal.valueOf(floor)) == 0;
        List<ListFacts> ways = new ArrayList<>();
        switch (operator) {
            case "=":
                add(ways, whole ? floor : 1, whole ? floor : 0, least);
                break;
            case "<>":
                add(ways, 0, floor - 1, least);
                add(ways, floor + 1, ANY, least);
                break;
            case "<":
                add(ways, 0, whole ? floor - 1 : floor, least);
                break;
            case "<=":
                add(ways, 0, floor, least);
                break;
            case ">":
                add(ways, floor + 1, ANY, least);
                break;
            default:
                add(ways, whole ? floor : floor + 1, ANY, least);
        }
        return ways;
    }

    private static void add(List<ListFacts> ways, int min, int max, int least) {
        int from = Math.max(min, least);
        if (from <= max) {
            ways.add(ListFacts.size(from, max));
        }
    }

    /** {@code array_position(x, constant) IS NULL}. */
    @Nullable
    List<Facts> position(Expr.Call call, boolean absent) {
        ColumnType element = elements(call.arguments().get(0));
        if (element == null || call.arguments().size() != 2) {
            return null;
        }
        Expr wanted = call.arguments().get(1);
        Datum constant = Substitution.columns(wanted).isEmpty() ? rules.constant(wanted) : null;
        if (constant == null) {
            return null;
        } else if (constant.value() == null) {
            return absent ? List.of(every(Facts.ANY)) : null;
        }
        Object key = element.keyOf(constant);
        if (key == null) {
            return null;
        }
        return List.of(absent ? every(Facts.notIn(List.of(key))) : Facts.of(ListFacts.members(List.of(key))));
    }
}
