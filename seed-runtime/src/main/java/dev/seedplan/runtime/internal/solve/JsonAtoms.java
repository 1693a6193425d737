package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Conditions on json and jsonb: of the document itself and of members one level deep. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class JsonAtoms {

    private final TableRules rules;

    JsonAtoms(TableRules rules) {
        this.rules = rules;
    }

    private boolean isDocument(Expr expr) {
        ColumnType type = expr instanceof Expr.Column column ? rules.type(column.name()) : null;
        return type != null && type.isJson();
    }

    /** {@return the key of {@code document -> 'key'} or {@code ->>}, null if it is something else} */
    private @Nullable String member(Expr expr, String operator) {
        if (!(expr instanceof Expr.Binary binary)
                || !binary.operator().equals(operator)
                || !isDocument(binary.left())) {
            return null;
        }
        Datum key = rules.constant(binary.right());
        return key != null && key.value() instanceof String text ? text : null;
    }

    /** {@code IS NULL} of a member or of a place in an array. */
    @Nullable
    List<Facts> is(Expr.Is is, boolean truth) {
        if (!is.what().equals("NULL")) {
            return null;
        }
        boolean absent = truth != is.negated();
        if (is.of() instanceof Expr.Call call
                && call.schema() == null
                && call.name().equals("array_position")) {
            return new ArrayAtoms(rules).position(call, absent);
        }
        String text = member(is.of(), "->>");
        String key = text == null ? member(is.of(), "->") : text;
        return key == null ? null : List.of(present(key, !absent));
    }

    private static Facts present(String key, boolean present) {
        Facts facts = Facts.of(present ? Nullness.NOT_NULL : Nullness.NULL);
        return Facts.of(JsonFacts.member(key, facts, JsonFacts.TYPES, null));
    }

    @Nullable
    List<Facts> operator(Expr left, String operator, Datum constant, boolean truth) {
        if (!isDocument(left)) {
            return null;
        }
        switch (operator) {
            case "?":
                return constant.value() instanceof String key ? List.of(present(key, truth)) : null;
            case "?&", "?|":
                return constant.value() instanceof List<?> keys ? keys(keys, operator.equals("?&"), truth) : null;
            case "@>":
                return truth && constant.value() instanceof String text ? containing(Json.parse(text)) : null;
            default:
                return null;
        }
    }

    private static @Nullable List<Facts> keys(List<?> keys, boolean all, boolean truth) {
        List<Facts> each = new ArrayList<>();
        for (Object key : keys) {
            each.add(present(String.valueOf(key), truth));
        }
        if (all != truth) {
            return each;
        }
        Facts together = Facts.ANY;
        for (Facts facts : each) {
            Facts both = together.and(facts);
            if (both == null) {
                return null;
            }
            together = both;
        }
        return List.of(together);
    }

    private static @Nullable List<Facts> containing(@Nullable Object document) {
        if (!(document instanceof Map<?, ?> map)) {
            return null;
        }
        Facts together = Facts.of(JsonFacts.types(Set.of("object")));
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Facts member = Facts.of(JsonFacts.member(
                    entry.getKey().toString(), Facts.of(Nullness.NOT_NULL), JsonFacts.TYPES, entry.getValue()));
            Facts both = together.and(member);
            if (both == null) {
                return null;
            }
            together = both;
        }
        return List.of(together);
    }

    /** What a member's text must be. */
    @Nullable
    List<Facts> value(Expr expr, Constraint constraint) {
        String key = member(expr, "->>");
        List<Facts> texts = key == null ? null : OfColumn.facts(rules.text(), constraint, rules);
        return texts == null || key == null
                ? null
                : texts.stream()
                        .map(text -> Facts.of(JsonFacts.member(key, text, JsonFacts.TYPES, null)))
                        .toList();
    }

    @Nullable
    List<Facts> call(Expr.Call call, Constraint constraint) {
        Expr of = call.arguments().get(0);
        String key = member(of, "->");
        boolean document = isDocument(of);
        if (key == null && !document) {
            return null;
        }
        if (call.name().endsWith("_array_length")) {
            boolean sized = document
                    && constraint instanceof Constraint.Compare compare
                    && compare.constant().value() instanceof Number;
            return sized && constraint instanceof Constraint.Compare compare
                    ? ArrayAtoms.sizes(
                                    compare.operator(),
                                    new BigDecimal(
                                            String.valueOf(compare.constant().value())),
                                    0)
                            .stream()
                            .map(size -> Facts.of(JsonFacts.length(size.min(), size.max())))
                            .toList()
                    : null;
        }
        Set<String> types = types(constraint);
        if (types == null) {
            return null;
        }
        return List.of(Facts.of(key == null ? JsonFacts.types(types) : JsonFacts.member(key, Facts.ANY, types, null)));
    }

    private static @Nullable Set<String> types(Constraint constraint) {
        List<Datum> constants;
        boolean negated;
        if (constraint instanceof Constraint.Compare compare) {
            negated = compare.operator().equals("<>");
            if (!negated && !compare.operator().equals("=")) {
                return null;
            }
            constants = List.of(compare.constant());
        } else if (constraint instanceof Constraint.Among among) {
            negated = among.negated();
            constants = among.constants();
        } else {
            return null;
        }
        Set<String> named = new TreeSet<>();
        constants.forEach(constant -> named.add(String.valueOf(constant.value())));
        Set<String> types = new TreeSet<>(JsonFacts.TYPES);
        if (negated) {
            types.removeAll(named);
        } else {
            types.retainAll(named);
        }
        return types;
    }
}
