package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.FillRequest;
import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fills random schemas one after the other in a database of its own, and remembers what was refused and what was wrong. */
final class RandomTrials implements AutoCloseable {

    private static final int ROWS = 10;
    private static final int REPEATED = 10;

    /** By seed: the reasons of tables that were refused. */
    final SortedMap<Long, List<String>> refusals = new TreeMap<>();
    /** By seed: what was wrong, with the schema. */
    final SortedMap<Long, String> defects = new TreeMap<>();

    int tables;
    private final TestDatabase database = TestDatabase.create();
    private final Connection connection = database.connect();

    RandomTrials() throws SQLException {
        execute(List.of("CREATE EXTENSION IF NOT EXISTS btree_gist"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }

    static String sql(long seed) {
        return "-- seed " + seed + "\n" + String.join(";\n", RandomSchema.statements("random_" + seed, seed)) + ";\n";
    }

    /** Fills the schema of a seed; every tenth twice, since the same seed has to give the same rows. */
    void run(long seed) throws SQLException {
        String schema = "random_" + seed;
        List<String> statements = RandomSchema.statements(schema, seed);
        try {
            execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException("no schema: " + e.getMessage() + "\n" + sql(seed), e);
        }
        Optional<SortedMap<String, String>> first = fill(schema, seed);
        if (seed % REPEATED == 0 && first.isPresent()) {
            execute(List.of("DROP SCHEMA " + schema + " CASCADE"));
            execute(statements);
            Optional<SortedMap<String, String>> second = fill(schema, seed);
            if (!first.equals(second)) {
                wrong(seed, "the same seed gave other rows: " + first + " and " + second);
            }
        }
        execute(List.of("DROP SCHEMA " + schema + " CASCADE"));
    }

    /** {@return the contents of the tables; empty if the fill ended with an error} */
    private Optional<SortedMap<String, String>> fill(String schema, long seed) throws SQLException {
        FillRequest.Nulls[] nulls = FillRequest.Nulls.values();
        FillSummary summary;
        try {
            summary = Seedplan.fill()
                    .ledger(false)
                    .to(database.dataSource())
                    .tables(schema + ".*")
                    .defaultRows(ROWS)
                    .seed(seed)
                    .nulls(nulls[(int) (seed % nulls.length)])
                    .run();
        } catch (SeedException | IllegalStateException | IllegalArgumentException e) {
            wrong(seed, "the fill ended with " + e);
            return Optional.empty();
        }
        for (String objection : FreshValidation.objections(connection, schema)) {
            wrong(seed, objection);
        }
        SortedMap<String, String> contents = FreshValidation.contents(connection, schema);
        tables += contents.size();
        contents.forEach((table, content) ->
                keptWord(summary, seed, table, Long.parseLong(content.substring(0, content.indexOf(' ')))));
        for (FillSummary.LeftOut table : summary.failed()) {
            refusals.computeIfAbsent(seed, x -> new ArrayList<>()).add(table.table() + ": " + table.reason());
        }
        return Optional.of(contents);
    }

    private void keptWord(FillSummary summary, long seed, String table, long rows) {
        long written = summary.tables().stream()
                .filter(t -> t.table().equals(table))
                .mapToLong(FillSummary.Filled::written)
                .sum();
        boolean explained = summary.leftOut().stream().anyMatch(t -> t.table().equals(table));
        if (written != rows) {
            wrong(seed, table + " holds " + rows + " rows and the summary says " + written);
        }
        if (!explained && rows < ROWS) {
            wrong(seed, table + " holds " + rows + " of " + ROWS + " rows, and no reason is given");
        }
    }

    private void wrong(long seed, String what) {
        defects.merge(seed, what + "\n" + sql(seed), (old, more) -> what + "\n" + old);
    }

    private void execute(List<String> statements) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.join(";\n", statements));
        }
    }
}
