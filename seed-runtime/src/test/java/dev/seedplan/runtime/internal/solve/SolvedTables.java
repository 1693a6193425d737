package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Surroundings;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Solves the tables of a real database and puts the rows into it. */
final class SolvedTables {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private SolvedTables() {}

    /** Creates the tables of {@code checks.sql}; IS JSON came with PostgreSQL 16. */
    static void create(TestDatabase database) throws IOException {
        try (InputStream in = Objects.requireNonNull(SolvedTables.class.getResourceAsStream("/solve/checks.sql"))) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            database.execute(database.serverMajorVersion() < 16 ? sql.replace(" CHECK (t IS JSON OBJECT)", "") : sql);
        }
    }

    static Snapshot read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Introspection.read(connection);
        }
    }

    static TableRules rules(Table table, Snapshot snapshot) {
        List<RuleColumn> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(new RuleColumn(column.name(), SqlType.of(column.type(), snapshot), column.notNull()));
        }
        List<Condition> conditions = table.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(c -> Condition.of((Constraint.Check) c))
                .toList();
        return new TableRules(columns, conditions, snapshot.functions(), Surroundings.at(NOW));
    }

    /** {@return what went wrong, line by line} */
    static List<String> fill(TestDatabase database, Table table, TableRules rules, int rows, Wishes wishes, long seed)
            throws SQLException {
        Alternatives alternatives = Alternatives.of(rules);
        if (alternatives.conflict().isPresent()) {
            return List.of(table.name().name() + ": " + alternatives.conflict().get());
        }
        List<String> wrong = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (int i = 0; i < rows; i++) {
                Draws draws = new Draws(seed).of(i);
                Choice choice = alternatives.choose(draws.of("choice"), wishes).orElse(null);
                if (choice == null) {
                    wrong.add(table.name().name() + ": no choice");
                    continue;
                }
                Map<String, Object> fixed = nulls(table, rules, choice, wishes, draws);
                RowResult result = choice.complete(fixed, Proposer.NONE, draws);
                if (result instanceof RowResult.Impossible impossible) {
                    wrong.add(table.name().name() + ": " + impossible.why() + " "
                            + impossible.conditions().stream()
                                    .map(Condition::text)
                                    .toList());
                    continue;
                }
                String sql = insert(table, ((RowResult.Row) result).values());
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    wrong.add(table.name().name() + ": " + sql + " " + e.getMessage());
                }
            }
        }
        return wrong;
    }

    private static Map<String, Object> nulls(Table table, TableRules rules, Choice choice, Wishes wishes, Draws draws) {
        Map<String, Object> fixed = new java.util.LinkedHashMap<>();
        for (Column column : table.columns()) {
            boolean may = choice.nullness(column.name()) == Nullness.ANY && rules.isNullable(column.name());
            if (may && draws.of(column.name()).chance(wishes.nulls())) {
                fixed.put(column.name(), null);
            }
        }
        return fixed;
    }

    static String insert(Table table, Map<String, Object> values) {
        return "INSERT INTO " + quoted(table.name().name()) + " ("
                + values.keySet().stream().map(SolvedTables::quoted).collect(Collectors.joining(", "))
                + ") VALUES ("
                + values.values().stream().map(SolvedTables::literal).collect(Collectors.joining(", "))
                + ")";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(Object value) {
        return value == null ? "NULL" : "'" + plain(value).replace("'", "''") + "'";
    }

    private static String plain(Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof List<?> list) {
            return list.stream()
                    .map(e -> e == null
                            ? "NULL"
                            : '"' + plain(e).replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value.toString();
    }
}
