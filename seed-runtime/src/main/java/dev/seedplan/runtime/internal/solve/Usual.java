package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A few values of types that are not taken apart, to try against conditions. */
final class Usual {

    private static final Map<String, List<Object>> VALUES = Map.of(
            "inet", List.of("192.0.2.1", "192.0.2.0/24", "2001:db8::1", "2001:db8::/64"),
            "cidr", List.of("192.0.2.0/24", "192.0.2.1/32", "2001:db8::/64"),
            "interval", List.of("1 day", "0", "1 hour", "30 days", "1 year", "-1 day"),
            "int4range", List.of("[1,10)", "empty", "[1,)", "(,10)"),
            "int8range", List.of("[1,10)", "empty", "[1,)", "(,10)"),
            "numrange", List.of("[1,10)", "empty", "[1,)", "(,10)"),
            "daterange", List.of("[2024-01-01,2024-02-01)", "[2024-01-01,)", "empty"),
            "tsrange", List.of("[2024-01-01 00:00:00,2024-01-02 00:00:00)", "[2024-01-01 00:00:00,)", "empty"),
            "tstzrange",
                    List.of("[2024-01-01 00:00:00+00,2024-01-02 00:00:00+00)", "[2024-01-01 00:00:00+00,)", "empty"));

    private Usual() {}

    private static final List<Object> TEXTS =
            List.of("{}", "[]", "1", "0", "true", "a", "A", "a@example.com", "https://example.com");

    private static final List<Object> DOCUMENTS =
            List.of("{}", "{\"a\": 1}", "[]", "[1]", "\"a\"", "1", "true", "null");

    /** {@return what may do where nothing else did: constants of the conditions, then values of the type} */
    static List<Object> values(ColumnType type, Facts facts, TableRules rules) {
        List<Object> values = new ArrayList<>();
        for (Facts.Test test : facts.tests()) {
            Substitution.replace(test.expr(), part -> {
                Datum constant = part instanceof Expr.Column ? null : rules.constant(part);
                Object value = constant == null
                        ? null
                        : rules.evaluator().cast(constant, type.key()).value();
                if (value != null) {
                    values.add(value);
                }
                return null;
            });
        }
        values.addAll(VALUES.getOrDefault(type.key(), type.isText() ? TEXTS : type.isJson() ? DOCUMENTS : List.of()));
        return values;
    }
}
