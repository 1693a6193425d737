package dev.seedplan.runtime.internal.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.exclusion.ExclusionRule.Kind;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.ValueText;
import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExclusionRuleTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:34:56Z");
    private static final int ROWS = 200;

    private static TestDatabase database;
    private static Snapshot snapshot;

    @BeforeAll
    static void create() throws IOException {
        database = TestDatabase.create();
        database.execute(resource("exclusions.sql"));
        snapshot = read(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void noTwoRowsClash() {
        for (Table table : snapshot.tables()) {
            ExclusionRule rule = rule(snapshot, table, ROWS);
            assertThat(rule.kind()).as(table.name().toString()).isEqualTo(Kind.APART);
            assertThat(rule.reason()).isEmpty();
            List<Map<String, Object>> rows = new ArrayList<>();
            LongStream.range(0, ROWS).forEach(i -> rows.add(rule.values(0, i, new Draws(3).of(i))));
            insert(database, snapshot, table, rows);
            assertThat(database.query(
                            "SELECT count(*) FROM " + Sql.quote(table.name().name())))
                    .isEqualTo(List.of(List.of(String.valueOf(ROWS))));
        }
    }

    @Test
    void theLastIndexesAreHeldByTheTypeAndDoNotClash() throws IOException {
        try (TestDatabase other = TestDatabase.create()) {
            other.execute(resource("exclusions.sql"));
            for (Table table : snapshot.tables()) {
                ExclusionRule rule = rule(snapshot, table, ROWS);
                assertThat(rule.capacity()).as(table.name().toString()).isGreaterThanOrEqualTo(ROWS);
                List<Map<String, Object>> rows = new ArrayList<>();
                for (long i = rule.capacity() - 3; i < rule.capacity(); i++) {
                    rows.add(rule.values(0, i, new Draws(i)));
                }
                insert(other, snapshot, table, rows);
                assertThatThrownBy(() -> rule.values(0, rule.capacity(), new Draws(1)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void newRowsComeAfterThoseThatAreThere() throws IOException, SQLException {
        try (TestDatabase other = TestDatabase.create()) {
            other.execute(resource("exclusions.sql"));
            for (Table table : snapshot.tables()) {
                ExclusionRule rule = rule(snapshot, table, 1_000);
                for (int round = 0; round < 3; round++) {
                    long first = firstFree(other, rule, table).orElse(-1);
                    if (first < 0) {
                        // Addresses have no order to go on in.
                        assertThat(table.name().name()).isIn("addresses", "networks");
                        assertThat(round).isPositive();
                        break;
                    }
                    List<Map<String, Object>> rows = new ArrayList<>();
                    for (long i = first; i < first + 20; i++) {
                        rows.add(rule.values(0, i, new Draws(round).of(i)));
                    }
                    insert(other, snapshot, table, rows);
                }
            }
            other.execute("TRUNCATE open_dates; INSERT INTO open_dates VALUES ('2020-01-01', NULL)");
            Table openDates = snapshot.table(new QName("public", "open_dates")).orElseThrow();
            assertThat(firstFree(other, rule(snapshot, openDates, 10), openDates))
                    .isEmpty();
            other.execute("TRUNCATE range_column; INSERT INTO range_column VALUES ('[2020-01-01,)')");
            Table ranges = snapshot.table(new QName("public", "range_column")).orElseThrow();
            assertThat(firstFree(other, rule(snapshot, ranges, 10), ranges)).isEmpty();
        }
    }

    private static OptionalLong firstFree(TestDatabase target, ExclusionRule rule, Table table) throws SQLException {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(ValueText.SETTINGS);
            return rule.firstFree(connection, table.name());
        }
    }

    @Test
    void narrowTypesTakeAsManyRowsAsTheirSlotsAllow() throws IOException {
        Table smalls = snapshot.table(new QName("public", "smalls")).orElseThrow();
        try (TestDatabase other = TestDatabase.create()) {
            other.execute(resource("exclusions.sql"));
            ExclusionRule rule = rule(snapshot, smalls, 20_000);
            assertThat(rule.capacity()).isBetween(20_000L, 22_000L);
            List<Map<String, Object>> rows = new ArrayList<>();
            for (long i = 0; i < 20_000; i++) {
                rows.add(rule.values(0, i, new Draws(i)));
            }
            insert(other, snapshot, smalls, rows);
        }
        Table clock = snapshot.table(new QName("public", "clock")).orElseThrow();
        assertThat(rule(snapshot, clock, 1_000_000).capacity()).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void bookingsOfARoomAreApartAndThoseOfOthersNeedNotBe() {
        try (TestDatabase other = TestDatabase.create()) {
            assumeBtreeGist(other);
            other.execute("CREATE EXTENSION btree_gist;"
                    + " CREATE TABLE booking (room_id integer, a date, b date, active boolean, EXCLUDE USING gist"
                    + " (room_id WITH =, daterange(a, b) WITH &&) WHERE (active AND room_id <> 7));");
            Snapshot schema = read(other);
            Table booking = schema.table(new QName("public", "booking")).orElseThrow();
            ExclusionRule rule = rule(schema, booking, ROWS);
            assertThat(rule.equalColumns()).contains(List.of("room_id"));
            assertThat(rule.predicate()).contains("active AND (room_id <> 7)");
            assertThat(rule.columns()).containsExactly("a", "b");
            List<Map<String, Object>> rows = new ArrayList<>();
            for (long room = 0; room < 5; room++) {
                for (long i = 0; i < ROWS; i++) {
                    Map<String, Object> row = new TreeMap<>(rule.values(room, i, new Draws(room).of(i)));
                    row.put("room_id", room);
                    row.put("active", true);
                    rows.add(row);
                }
            }
            insert(other, schema, booking, rows);
            assertThatThrownBy(() -> insert(other, schema, booking, rows.subList(0, 1)))
                    .hasMessageContaining("conflicting key value violates exclusion constraint");
        }
    }

    @Test
    void equalityAloneIsAUniqueKey() {
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("CREATE TABLE t (a integer, b text, EXCLUDE USING btree (a WITH =, lower(b) WITH =));"
                    + " CREATE TABLE u (a integer, EXCLUDE USING hash (a WITH =))");
            Snapshot schema = read(other);
            ExclusionRule rule = rule(schema, schema.tables().get(0), 1);
            assertThat(rule.kind()).isEqualTo(Kind.UNIQUE);
            assertThat(rule.equal()).containsExactly("a", "lower(b)");
            assertThat(rule.equalColumns()).isEmpty();
            assertThat(rule.capacity()).isEqualTo(1);
            assertThat(rule(schema, schema.tables().get(1), 1).equalColumns()).contains(List.of("a"));
        }
    }

    @Test
    void aDifferenceThatClashesMakesAGroupAlike() {
        try (TestDatabase other = TestDatabase.create()) {
            assumeBtreeGist(other);
            other.execute(
                    "CREATE EXTENSION btree_gist;"
                            + " CREATE TABLE cage (cage integer, animal text, EXCLUDE USING gist (cage WITH =, animal WITH <>))");
            Snapshot schema = read(other);
            Table cage = schema.table(new QName("public", "cage")).orElseThrow();
            ExclusionRule rule = rule(schema, cage, 1);
            assertThat(rule.kind()).isEqualTo(Kind.ALIKE);
            List<Map<String, Object>> rows = new ArrayList<>();
            for (long group = 0; group < 20; group++) {
                for (long i = 0; i < 5; i++) {
                    Map<String, Object> row = new TreeMap<>(rule.values(group, i, new Draws(i)));
                    row.put("cage", group);
                    rows.add(row);
                }
            }
            insert(other, schema, cage, rows);
            assertThat(rows.stream().map(row -> row.get("animal")).distinct().count())
                    .isGreaterThan(5);
        }
    }

    @Test
    void whatCannotBeGovernedIsNamedWithItsText() {
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("CREATE TABLE t (a integer, b integer, EXCLUDE USING gist"
                    + " (box(point(a, b), point(a + 1, b + 1)) WITH &&))");
            Snapshot schema = read(other);
            ExclusionRule rule = rule(schema, schema.tables().get(0), 1);
            assertThat(rule.kind()).isEqualTo(Kind.UNKNOWN);
            assertThat(rule.columns()).isEmpty();
            assertThat(rule.values(0, 0, new Draws(1))).isEmpty();
            assertThat(rule.reason().orElseThrow()).contains("\"t_box_excl\"", "EXCLUDE USING gist (box(point(");
        }
    }

    @Test
    void operatorsInOtherSchemasAreRead() {
        ExclusionDefinition definition = ExclusionDefinition.parse(
                "EXCLUDE USING gist (\"a WITH b\" x.gist_ops"
                        + " WITH OPERATOR(x.&&), COALESCE(c, ') WITH ('::text) COLLATE \"C\" WITH =) WHERE ((a = ' WHERE '::text))");
        assertThat(definition.elements())
                .containsExactly(
                        new ExclusionDefinition.Element("\"a WITH b\"", "&&"),
                        new ExclusionDefinition.Element("COALESCE(c, ') WITH ('::text)", "="));
        assertThat(definition.predicate()).contains("a = ' WHERE '::text");
    }

    /** Skips, saying why, on a server that was built without the contributed extensions. */
    private static void assumeBtreeGist(TestDatabase other) {
        assumeTrue(
                !other.query("SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gist'")
                        .isEmpty(),
                "the server offers no extension btree_gist, which puts an integer under an exclusion constraint");
    }

    private static ExclusionRule rule(Snapshot schema, Table table, long rows) {
        Constraint.Exclusion exclusion = table.constraints().stream()
                .filter(Constraint.Exclusion.class::isInstance)
                .map(Constraint.Exclusion.class::cast)
                .findFirst()
                .orElseThrow();
        return ExclusionRule.of(exclusion, table, schema, NOW, rows);
    }

    private static void insert(TestDatabase target, Snapshot schema, Table table, List<Map<String, Object>> rows) {
        String columns = rows.get(0).keySet().stream().map(Sql::quote).collect(Collectors.joining(", "));
        String values = rows.stream()
                .map(row -> row.entrySet().stream()
                        .map(column -> ValueText.literal(
                                SqlType.of(
                                        table.column(column.getKey())
                                                .orElseThrow()
                                                .type(),
                                        schema),
                                column.getValue()))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        target.execute("INSERT INTO " + Sql.quote(table.name().name()) + " (" + columns + ") VALUES " + values);
    }

    private static Snapshot read(TestDatabase from) {
        try (Connection connection = from.connect()) {
            return Introspection.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ExclusionRuleTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
