package dev.seedplan.runtime.internal.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.SqlParser;
import dev.seedplan.runtime.internal.sql.Truth;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Conditions mean here what they mean to the server. */
class ExpressionsTest {

    private static TestDatabase database;
    private static Snapshot snapshot;

    @BeforeAll
    static void create() throws IOException, SQLException {
        database = TestDatabase.create();
        SolvedTables.create(database);
        snapshot = SolvedTables.read(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static List<Constraint.Check> checks(Table table) {
        return table.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(Constraint.Check.class::cast)
                .toList();
    }

    @Test
    void whatIsReadAndPrintedIsTheSameConstraintToTheServer() throws SQLException {
        List<String> different = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ''");
            for (Table table : snapshot.tables()) {
                for (Constraint.Check check : checks(table)) {
                    Expr expr = SqlParser.parse(check.expression());
                    assertThat(SqlParser.parse(expr.toString())).isEqualTo(expr);
                    String name = "public." + SolvedTables.quoted(table.name().name());
                    statement.execute("ALTER TABLE " + name + " ADD CONSTRAINT copy CHECK (" + expr + ") NOT VALID");
                    String copy;
                    try (ResultSet result = statement.executeQuery(
                            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'copy'")) {
                        result.next();
                        copy = result.getString(1).replace(" NOT VALID", "");
                    }
                    statement.execute("ALTER TABLE " + name + " DROP CONSTRAINT copy");
                    // These the server keeps as written, in one of two ways to write the same.
                    boolean spelled =
                            List.of("TRIM(", "POSITION(", "::character varying[]", "OPERATOR(", "ARRAY['").stream()
                                    .anyMatch(check.definition()::contains);
                    if (!spelled && !copy.equals(check.definition())) {
                        different.add(check.definition() + " became " + copy);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void conditionsHaveTheServersValueOverRandomRows() throws SQLException {
        List<String> different = new ArrayList<>();
        int[] decided = new int[2];
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (Table table : snapshot.tables()) {
                TableRules rules = SolvedTables.rules(table, snapshot);
                for (int i = 0; i < 12; i++) {
                    compare(statement, table, rules, new Draws(11).of(i), different, decided);
                }
            }
        }
        assertThat(different).isEmpty();
        // Little is left to the server.
        assertThat(decided[1]).isLessThan(decided[0] / 5);
    }

    private static void compare(
            Statement statement, Table table, TableRules rules, Draws draws, List<String> different, int[] decided)
            throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (RuleColumn column : rules.columns()) {
            ColumnType type = rules.type(column.name());
            Draws here = draws.of(column.name());
            Making making = new Making(rules, column.name(), type, type.ownFacts());
            row.put(column.name(), here.chance(0.2) ? null : making.value(null, here));
        }
        String values = rules.columns().stream()
                .map(c -> SolvedTables.literal(row.get(c.name())) + "::"
                        + ColumnType.bare(c.type()).sql() + " AS " + SolvedTables.quoted(c.name()))
                .collect(Collectors.joining(", "));
        for (Constraint.Check check : checks(table)) {
            String sql = "SELECT " + check.expression() + " FROM (SELECT " + values + ") r";
            Boolean server;
            try (ResultSet result = statement.executeQuery(sql)) {
                result.next();
                server = (Boolean) result.getObject(1);
            } catch (SQLException e) {
                // A value that the condition cannot be asked about, such as the length of what is no array.
                continue;
            }
            Truth truth = rules.evaluator()
                    .test(
                            Condition.of(check).expr(),
                            name -> new Datum(rules.type(name).key(), row.get(name)));
            decided[truth == Truth.UNDECIDED ? 1 : 0]++;
            Truth expected = server == null ? Truth.NULL : server ? Truth.TRUE : Truth.FALSE;
            boolean ofNow =
                    check.expression().contains("now()") || check.expression().contains("CURRENT_DATE");
            if (truth != Truth.UNDECIDED && truth != expected && !ofNow) {
                different.add(sql + " is " + expected + " and not " + truth);
            }
        }
    }
}
