package dev.seedplan.runtime.internal.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that can hold no row: the smallest set of conditions that contradict is named, and no other. */
class ConflictsTest {

    /** A table's columns and checks, those named {@code x…} being the ones that contradict. */
    record Hopeless(String table, String ddl) {}

    private static final List<Hopeless> TABLES = List.of(
            new Hopeless(
                    "t1",
                    "a int NOT NULL, b int, CONSTRAINT x1 CHECK (a > 5), CONSTRAINT x2 CHECK (a < 6), CONSTRAINT y CHECK (b > 0)"),
            new Hopeless("t2", "a int NOT NULL, CONSTRAINT x1 CHECK (a > 5 AND a < 3), CONSTRAINT y CHECK (a <> 7)"),
            new Hopeless(
                    "t3",
                    "f boolean NOT NULL, CONSTRAINT x1 CHECK (f), CONSTRAINT x2 CHECK (NOT f), CONSTRAINT y CHECK (f OR NOT f)"),
            new Hopeless("t4", "s smallint NOT NULL, CONSTRAINT x1 CHECK (s > 40000), CONSTRAINT y CHECK (s > 0)"),
            new Hopeless("t5", "n numeric(4,2) NOT NULL, CONSTRAINT x1 CHECK (n >= 100)"),
            new Hopeless(
                    "t6", "v varchar(5) NOT NULL, CONSTRAINT x1 CHECK (length(v) = 8), CONSTRAINT y CHECK (v <> '')"),
            new Hopeless(
                    "t7",
                    "m text NOT NULL, CONSTRAINT x1 CHECK (m IN ('a', 'b')), CONSTRAINT x2 CHECK (m ~ '^[c-z]'), CONSTRAINT y CHECK (length(m) < 9)"),
            new Hopeless(
                    "t8",
                    "m mood NOT NULL, CONSTRAINT x1 CHECK (m <> 'sad'), CONSTRAINT x2 CHECK (m <> 'ok' AND m <> 'happy')"),
            new Hopeless(
                    "t9",
                    "a int, b int, CONSTRAINT x1 CHECK (num_nonnulls(a, b) = 1), CONSTRAINT x2 CHECK ((a IS NULL) = (b IS NULL)), CONSTRAINT y CHECK (a > 0)"),
            new Hopeless(
                    "t10",
                    "a int NOT NULL, b int NOT NULL, CONSTRAINT x1 CHECK (a < b), CONSTRAINT x2 CHECK (b < a), CONSTRAINT y CHECK (a > 0)"),
            new Hopeless(
                    "t11",
                    "a date NOT NULL, b date NOT NULL, c date NOT NULL, CONSTRAINT x1 CHECK (a < b), CONSTRAINT x2 CHECK (b <= c), CONSTRAINT x3 CHECK (c <= a), CONSTRAINT y CHECK (a > '2000-01-01')"),
            new Hopeless(
                    "t12",
                    "a int NOT NULL, b int NOT NULL, CONSTRAINT x1 CHECK (a BETWEEN 1 AND 5), CONSTRAINT x2 CHECK (b BETWEEN 6 AND 9), CONSTRAINT x3 CHECK (a >= b)"),
            new Hopeless(
                    "t13",
                    "t text NOT NULL, p int, CONSTRAINT x1 CHECK ((t = 'a' AND p IS NULL) OR (t = 'b' AND p IS NOT NULL AND p > 5)), CONSTRAINT x2 CHECK (p < 5), CONSTRAINT x3 CHECK (t <> 'a')"),
            new Hopeless(
                    "t14", "x text NOT NULL, CONSTRAINT x1 CHECK (x = lower(x)), CONSTRAINT x2 CHECK (x ~ '[A-Z]')"),
            new Hopeless(
                    "t15",
                    "x text[] NOT NULL, CONSTRAINT x1 CHECK (cardinality(x) > 3), CONSTRAINT x2 CHECK (array_length(x, 1) < 3)"),
            new Hopeless("t16", "x text CONSTRAINT x1 CHECK (x IS NOT NULL) CONSTRAINT x2 CHECK (x IS NULL)"),
            new Hopeless(
                    "t17",
                    "j jsonb NOT NULL, CONSTRAINT x1 CHECK (jsonb_typeof(j) = 'object'), CONSTRAINT x2 CHECK (jsonb_typeof(j) = 'array')"));

    private static TestDatabase database;
    private static Snapshot snapshot;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabase.create();
        database.execute("CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')");
        TABLES.forEach(table -> database.execute("CREATE TABLE " + table.table + " (" + table.ddl + ")"));
        snapshot = SolvedTables.read(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static List<Hopeless> tables() {
        return TABLES;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theSmallestContradictionIsNamed(Hopeless hopeless) {
        Table table = snapshot.tables().stream()
                .filter(t -> t.name().name().equals(hopeless.table))
                .findFirst()
                .orElseThrow();
        Conflict conflict =
                Alternatives.of(SolvedTables.rules(table, snapshot)).conflict().orElseThrow();
        assertThat(conflict.proven()).isTrue();
        Set<String> named = new TreeSet<>();
        conflict.conditions().stream()
                .map(Condition::name)
                .filter(name -> !name.equals("NOT NULL"))
                .forEach(named::add);
        Set<String> expected = new TreeSet<>();
        table.constraints().stream()
                .map(dev.seedplan.schema.Constraint::name)
                .filter(name -> name.startsWith("x"))
                .forEach(expected::add);
        assertThat(named).isEqualTo(expected);
        assertThat(conflict.facts()).isNotEmpty();
    }

    @Test
    void nullEscapesWhereItMay() {
        // The same without NOT NULL can hold rows.
        database.execute("CREATE TABLE free (a int, CHECK (a > 5), CHECK (a < 6))");
        Snapshot again;
        try {
            again = SolvedTables.read(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Table table = again.tables().stream()
                .filter(t -> t.name().name().equals("free"))
                .findFirst()
                .orElseThrow();
        Alternatives alternatives = Alternatives.of(SolvedTables.rules(table, again));
        assertThat(alternatives.conflict()).isEmpty();
        assertThat(alternatives.facts("a").nullness()).isEqualTo(Nullness.NULL);
    }
}
