package dev.seedplan.runtime.internal.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.TypeValues;
import dev.seedplan.runtime.internal.types.ValueText;
import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTargetsTest {

    private static final TypeValues VALUES = new TypeValues(Instant.parse("2026-01-01T00:00:00Z"));
    private static final int ROWS = 30;

    private static TestDatabase database;
    private static Snapshot snapshot;

    @BeforeAll
    static void create() throws IOException, SQLException {
        database = TestDatabase.create();
        database.execute(resource("partitions.sql"));
        snapshot = read(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rowsDrawnInsideATargetLandInItsPartition(long seed) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(ValueText.SETTINGS);
            for (Table table : roots()) {
                PartitionRows rows = new PartitionRows(table, snapshot, VALUES);
                for (PartitionTarget target :
                        PartitionTargets.of(table, snapshot).targets()) {
                    for (int i = 0; i < ROWS; i++) {
                        Draws draws = new Draws(seed).of(target.leaf().name()).of(i);
                        SortedMap<String, @Nullable Object> row =
                                rows.draw(target, draws).orElseThrow();
                        assertThat(rows.accepts(target, row))
                                .as("%s %s", target, row)
                                .isTrue();
                        insert(statement, snapshot, table, target, row, seed);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void tuplesBetweenBoundsMadeByChanceLandInTheirPartition(long seed) throws SQLException {
        Draws draws = new Draws(seed);
        List<String> edges = IntStream.range(0, 6)
                .mapToObj(i -> draws.of(i))
                .map(edge -> new int[] {
                    (int) edge.of(0).below(4),
                    (int) edge.of(1).below(4),
                    (int) edge.of(2).below(4)
                })
                .sorted(Arrays::compare)
                .map(edge -> edge[0] + ", "
                        + (draws.of(edge[1]).chance(0.2) ? "MINVALUE, MINVALUE" : edge[1] + ", " + edge[2]))
                .distinct()
                .toList();
        StringBuilder sql =
                new StringBuilder("CREATE TABLE t (a integer, b smallint, c bigint) PARTITION BY RANGE (a, b, c);");
        for (int i = 0; i + 1 < edges.size(); i++) {
            if (!draws.of("gap").of(i).chance(0.3)) {
                sql.append("DO $$ BEGIN CREATE TABLE t")
                        .append(i)
                        .append(" PARTITION OF t FOR VALUES FROM (" + edges.get(i) + ") TO (" + edges.get(i + 1) + ");")
                        .append(" EXCEPTION WHEN invalid_object_definition THEN NULL; END $$;");
            }
        }
        sql.append("CREATE TABLE t_other PARTITION OF t DEFAULT;");
        try (TestDatabase other = TestDatabase.create();
                Connection connection = other.connect();
                Statement statement = connection.createStatement()) {
            other.execute(sql.toString());
            Snapshot schema = read(other);
            Table table = schema.table(new QName("public", "t")).orElseThrow();
            List<PartitionTarget> targets = PartitionTargets.of(table, schema).targets();
            assertThat(targets.stream().map(PartitionTarget::leaf).distinct().count())
                    .isEqualTo(schema.tables().size() - 1);
            PartitionRows rows = new PartitionRows(table, schema, VALUES);
            for (PartitionTarget target : targets) {
                for (int i = 0; i < 5; i++) {
                    insert(
                            statement,
                            schema,
                            table,
                            target,
                            rows.draw(target, draws.of(i)).orElseThrow(),
                            seed);
                }
            }
        }
    }

    @Test
    void aRowThatGoesElsewhereIsNotAccepted() {
        Table payment = snapshot.table(new QName("public", "payment")).orElseThrow();
        PartitionRows rows = new PartitionRows(payment, snapshot, VALUES);
        assertThat(PartitionTargets.of(payment, snapshot).targets().stream()
                        .filter(target -> rows.accepts(target, Map.of("paid", Instant.parse("2022-02-01T00:00:00Z"))))
                        .map(target -> target.leaf().name()))
                .containsExactly("payment_2022_02");
    }

    @Test
    void everyPartitionThatHoldsRowsHasATarget() {
        Set<String> reached = new TreeSet<>();
        for (Table table : roots()) {
            PartitionTargets.of(table, snapshot)
                    .targets()
                    .forEach(target -> reached.add(target.leaf().name()));
        }
        Set<String> leaves = snapshot.tables().stream()
                .filter(table -> table.partitionOf() != null && table.kind() == Table.Kind.ORDINARY)
                .map(table -> table.name().name())
                .collect(Collectors.toCollection(TreeSet::new));
        leaves.removeAll(Set.of("hash_whole_0", "hash_whole_1", "hash_whole_3"));
        assertThat(reached).containsAll(leaves).contains("hash_whole");
    }

    @Test
    void aTableWithoutPartitionsIsReportedInTheServersWords() {
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("CREATE TABLE t (a integer) PARTITION BY LIST (a)");
            Snapshot schema = read(other);
            PartitionTargets targets = PartitionTargets.of(schema.tables().get(0), schema);
            assertThat(targets.targets()).isEmpty();
            assertThat(targets.reasons())
                    .containsExactly("no partition of relation \"t\": it is partitioned by LIST (a) and has none");
            assertThatThrownBy(() -> other.execute("INSERT INTO t VALUES (1)"))
                    .hasMessageContaining("no partition of relation \"t\"");
        }
    }

    @Test
    void anExpressionThatCannotBeTurnedRoundIsNamed() {
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("CREATE TABLE t (a text) PARTITION BY LIST (md5(a));"
                    + " CREATE TABLE t1 PARTITION OF t FOR VALUES IN ('x')");
            Snapshot schema = read(other);
            PartitionTargets targets = PartitionTargets.of(schema.tables().get(0), schema);
            assertThat(targets.targets()).isEmpty();
            assertThat(targets.reasons()).singleElement().asString().contains("md5(a)");
        }
    }

    @Test
    void reasonsNameWhatIsLeftOut() {
        Table tenant = snapshot.table(new QName("public", "tenant")).orElseThrow();
        assertThat(PartitionTargets.of(tenant, snapshot).reasons())
                .containsExactly(
                        "no partition of relation \"tenant_closed_none\": it is partitioned by RANGE (at) and has none");
    }

    @Test
    void missingPartitionsCanBeCreatedAndThenEveryTableTakesRows() throws SQLException {
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("CREATE TABLE a (x integer) PARTITION BY RANGE (x); CREATE TABLE a_default (y integer);"
                    + " CREATE TABLE b (x integer) PARTITION BY LIST (x);"
                    + " CREATE TABLE b1 PARTITION OF b FOR VALUES IN (1) PARTITION BY RANGE (x);"
                    + " CREATE TABLE c (x integer) PARTITION BY HASH (x);"
                    + " CREATE TABLE d (x integer) PARTITION BY HASH (x);"
                    + " CREATE TABLE d1 PARTITION OF d FOR VALUES WITH (MODULUS 2, REMAINDER 1);"
                    + " CREATE TABLE d2 PARTITION OF d FOR VALUES WITH (MODULUS 6, REMAINDER 2);"
                    + " CREATE TABLE \"" + "é".repeat(31) + "\" (x integer) PARTITION BY RANGE (x)");
            List<String> statements = MissingPartitions.ddl(read(other));
            assertThat(statements)
                    .contains(
                            "CREATE TABLE \"public\".\"a_default_2\" PARTITION OF \"public\".\"a\" DEFAULT",
                            "CREATE TABLE \"public\".\"b1_default\" PARTITION OF \"public\".\"b1\" DEFAULT",
                            "CREATE TABLE \"public\".\"d_p4\" PARTITION OF \"public\".\"d\" FOR VALUES WITH (MODULUS 6,"
                                    + " REMAINDER 4)")
                    .hasSize(9);
            statements.forEach(other::execute);
            Snapshot after = read(other);
            assertThat(MissingPartitions.ddl(after)).isEmpty();
            for (Table table : after.tables()) {
                if (table.kind() == Table.Kind.PARTITIONED && table.partitionOf() == null) {
                    assertThat(PartitionTargets.of(table, after).reasons()).isEmpty();
                    other.execute("INSERT INTO " + Sql.quote(table.name().name()) + " VALUES (1)");
                }
            }
        }
    }

    private static List<Table> roots() {
        return snapshot.tables().stream()
                .filter(table -> table.kind() == Table.Kind.PARTITIONED && table.partitionOf() == null)
                .toList();
    }

    private static void insert(
            Statement statement,
            Snapshot schema,
            Table table,
            PartitionTarget target,
            SortedMap<String, @Nullable Object> row,
            long seed)
            throws SQLException {
        String columns = row.keySet().stream().map(Sql::quote).collect(Collectors.joining(", "));
        String values = row.entrySet().stream()
                .map(column -> ValueText.literal(
                        SqlType.of(table.column(column.getKey()).orElseThrow().type(), schema), column.getValue()))
                .collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + Sql.quote(table.name().name())
                + (row.isEmpty() ? " DEFAULT VALUES" : " (" + columns + ") VALUES (" + values + ")")
                + " RETURNING tableoid::regclass::oid, '"
                + Sql.quote(target.leaf().name())
                + "'::regclass::oid, tableoid::regclass::text";
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            if (schema.table(target.leaf()).orElseThrow().kind() == Table.Kind.ORDINARY) {
                assertThat(result.getString(1))
                        .as("seed %s: %s went to %s", seed, sql, result.getString(3))
                        .isEqualTo(result.getString(2));
            }
        }
    }

    private static Snapshot read(TestDatabase from) {
        try (Connection connection = from.connect()) {
            return Introspection.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PartitionTargetsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
