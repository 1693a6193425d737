package dev.seedplan.runtime.internal.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbered values fill unique columns, up to the last one where they are few. */
class ValueDomainTest {

    /** Columns and, where it is small, how many values they have. */
    private static final Map<String, Integer> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("boolean NOT NULL", 2);
        COLUMNS.put("smallint NOT NULL CHECK (v BETWEEN -3 AND 12 AND v <> 0)", 15);
        COLUMNS.put("numeric(3,2) NOT NULL CHECK (v > 1 AND v < 1.2)", 19);
        COLUMNS.put("numeric(4,4) NOT NULL", 19999);
        COLUMNS.put("varchar(2) NOT NULL CHECK (v ~ '^[a-c]+$')", 12);
        COLUMNS.put("text NOT NULL CHECK (v IN ('a', 'b', 'c') AND v <> 'b')", 2);
        COLUMNS.put("date NOT NULL CHECK (v >= '2024-02-01' AND v < '2024-03-01')", 29);
        COLUMNS.put("integer NOT NULL CHECK (v % 10 = 0 AND v BETWEEN 1 AND 100)", 10);
        COLUMNS.put("citext NOT NULL CHECK (v ~ '^[a-d]$')", 4);
        COLUMNS.put("bytea NOT NULL CHECK (length(v) = 1)", 256);
        COLUMNS.put("char(1) NOT NULL CHECK (upper(v) = ANY (ARRAY['M', 'F']))", 4);
        COLUMNS.put("timestamptz NOT NULL", -1);
        COLUMNS.put("text NOT NULL CHECK (length(v) <= 10 AND lower(v) = v)", -1);
        COLUMNS.put("uuid NOT NULL", -1);
        COLUMNS.put("double precision NOT NULL CHECK (v > 0 AND v < 1)", -1);
        COLUMNS.put("numeric NOT NULL", -1);
        COLUMNS.put("bigint NOT NULL", -1);
        COLUMNS.put("inet NOT NULL", -1);
        COLUMNS.put("int[] NOT NULL", -1);
        COLUMNS.put("time NOT NULL", -1);
        COLUMNS.put("money NOT NULL", -1);
        COLUMNS.put("jsonb NOT NULL", -1);
        COLUMNS.put("citext NOT NULL", -1);
        COLUMNS.put("text NOT NULL CHECK (v ~ '^[a-z0-9]+(-[a-z0-9]+)*$')", -1);
    }

    @Test
    void valuesAreDistinctAndAcceptedAndAllThereAre() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("CREATE EXTENSION citext");
            List<String> columns = List.copyOf(COLUMNS.keySet());
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i).replaceFirst(" NOT NULL", " NOT NULL UNIQUE");
                database.execute("CREATE TABLE v" + i + " (v " + column + ")");
            }
            Snapshot snapshot = SolvedTables.read(database);
            for (Table table : snapshot.tables()) {
                String column = columns.get(Integer.parseInt(table.name().name().substring(1)));
                ValueDomain domain = Alternatives.of(SolvedTables.rules(table, snapshot))
                        .domain("v")
                        .orElseThrow();
                int expected = COLUMNS.get(column);
                if (expected >= 0) {
                    assertThat(domain.size()).as(column).isEqualTo(expected);
                } else {
                    assertThat(domain.size()).as(column).isGreaterThan(1_000_000);
                }
                Set<Long> places = new LinkedHashSet<>();
                for (long n = 0; n < Math.min(domain.size(), 300); n++) {
                    places.add(n);
                    places.add(new Draws(n).below(domain.size()));
                    places.add(domain.size() - 1 - n);
                }
                StringBuilder sql =
                        new StringBuilder("INSERT INTO " + table.name().name() + " VALUES ");
                String separator = "";
                for (long place : places) {
                    Object value = domain.at(place);
                    assertThat(domain.contains(value))
                            .as("%s: %s", column, value)
                            .isTrue();
                    sql.append(separator)
                            .append('(')
                            .append(SolvedTables.literal(value))
                            .append(')');
                    separator = ", ";
                }
                database.execute(sql.toString());
            }
        }
    }
}
