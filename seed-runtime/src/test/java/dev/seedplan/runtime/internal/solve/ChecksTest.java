package dev.seedplan.runtime.internal.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows for every class of check that real schemas hold, judged by the server. */
class ChecksTest {

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

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void noRowIsRefused(double nulls) throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Table table : snapshot.tables()) {
            TableRules rules = SolvedTables.rules(table, snapshot);
            wrong.addAll(SolvedTables.fill(database, table, rules, 25, Wishes.nulls(nulls), 7));
        }
        assertThat(wrong.stream().distinct()).isEmpty();
    }
}
