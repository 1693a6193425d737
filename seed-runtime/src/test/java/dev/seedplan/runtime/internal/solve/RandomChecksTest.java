package dev.seedplan.runtime.internal.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables with random checks from a seed hold rows, or are shown to hold none: no refusal by the server, no giving up. */
class RandomChecksTest {

    private static final int TABLES = 60;

    private static final List<String> ATOMS = List.of(
            "a > %d",
            "a <= %d",
            "b <> %d",
            "b BETWEEN %d AND 40",
            "a < b",
            "b <= c",
            "a IS NULL",
            "c IS NOT NULL",
            "c IN (1, %d, 30)",
            "f",
            "NOT f",
            "f IS NOT TRUE",
            "t = 'x%d'",
            "t <> ''",
            "t ~ '^[a-z]{2,%d}$'",
            "length(t) <= %d",
            "lower(t) = t",
            "t LIKE 'a%%'",
            "t IS NULL",
            "d > '2020-01-%02d'",
            "d <= e",
            "e IS NULL",
            "num_nonnulls(a, b, c) = 2",
            "coalesce(a, b) > %d",
            "(a IS NULL) = (t IS NULL)",
            "a + b <= %d",
            "f = (c > %d)",
            "k = 'one'",
            "k <> ALL (ARRAY['two', 'three'])",
            "CASE WHEN f THEN a > %d ELSE b < 5 END",
            "n > %d",
            "n * 2 < 90",
            "cardinality(r) >= 1",
            "1 = ANY (r)",
            "NOT (3 = ANY (r))");

    private static String check(Draws draws, int depth) {
        if (depth == 0 || draws.of("leaf").chance(0.4)) {
            String atom = ATOMS.get((int) draws.of("atom").below(ATOMS.size()));
            return String.format(
                    java.util.Locale.ROOT, atom, 1 + draws.of("number").below(20));
        }
        String operator = draws.of("or").chance(0.6) ? " OR " : " AND ";
        String both = "(" + check(draws.of(1), depth - 1) + operator + check(draws.of(2), depth - 1) + ")";
        return draws.of("not").chance(0.1) ? "NOT " + both : both;
    }

    @Test
    void tablesAreFilledOrShownToBeHopeless() throws SQLException {
        long seed = 20261120;
        List<String> wrong = new ArrayList<>();
        int hopeless = 0;
        try (TestDatabase database = TestDatabase.create()) {
            List<String> ddl = new ArrayList<>();
            for (int i = 0; i < TABLES; i++) {
                Draws draws = new Draws(seed).of(i);
                StringBuilder table = new StringBuilder("CREATE TABLE r" + i
                        + " (a int, b smallint NOT NULL, c int, d date NOT NULL, e date, f boolean NOT NULL, t text, "
                        + "k varchar(5) NOT NULL, n numeric(4,2) NOT NULL, r int[] NOT NULL");
                for (int k = 0; k <= draws.of("checks").below(6); k++) {
                    table.append(", CHECK (").append(check(draws.of(k), 2)).append(")");
                }
                ddl.add(table.append(")").toString());
            }
            database.execute(String.join(";", ddl));
            Snapshot snapshot = SolvedTables.read(database);
            for (Table table : snapshot.tables()) {
                TableRules rules = SolvedTables.rules(table, snapshot);
                Conflict conflict = Alternatives.of(rules).conflict().orElse(null);
                String sql = ddl.get(Integer.parseInt(table.name().name().substring(1)));
                if (conflict != null) {
                    hopeless++;
                    if (!conflict.proven()) {
                        wrong.add("seed " + seed + " not proven: " + sql);
                    }
                    continue;
                }
                List<String> failed = SolvedTables.fill(database, table, rules, 8, Wishes.NONE, seed);
                if (!failed.isEmpty()) {
                    wrong.add("seed " + seed + ": " + sql + "\n" + failed.get(0));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(hopeless).isLessThan(TABLES / 2);
    }
}
