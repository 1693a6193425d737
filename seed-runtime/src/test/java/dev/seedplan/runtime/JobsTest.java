package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import dev.seedplan.runtime.internal.load.deferral.LoadMode;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.internal.run.LoadOptions;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Over several connections the rows are the same, and whatever is cut off, the next command mends. */
class JobsTest {

    /** With keys as distances from the first: a run that was killed before it recorded its keys leaves a gap. */
    private static final List<String> TABLES = List.of(
            "select id - min(id) over (), name, email, joined_at, tier from customers",
            "select id - min(id) over (), name, price, shelf from products",
            "select id, customer_id - (select min(id) from customers), placed_at, note, "
                    + "seller_id - (select min(id) from customers) from orders",
            "select order_id, product_id - (select min(id) from products), quantity from order_lines",
            "select id - min(id) over (), order_id, parent_id - min(id) over (), body from notes");

    private static final List<LoadMode> MODES = List.of(LoadMode.values());

    private static final String INDEXES =
            "create index orders_placed on orders (placed_at desc) where note is not null;"
                    + "create index notes_body on notes (lower(body)) with (fillfactor = 60); comment on index notes_body is 'b'";

    private static final String CATALOG = """
            select string_agg(definition, E'\\n' order by definition) from (
              select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
              where conrelid <> 0 and connamespace = 'public'::regnamespace
              union all select pg_get_indexdef(indexrelid) || coalesce(obj_description(indexrelid, 'pg_class'), '')
              from pg_index where indrelid::regclass::text !~ '^(pg_|seedplan\\.)') as t (definition)""";

    private static RunOptions options(LoadMode mode, int jobs, long commitEvery, long seed, boolean exclusive) {
        return new RunOptions(seed, Map.of(), false, "")
                .loading(new LoadOptions(mode, false, jobs, exclusive))
                .keeping(new Keeping(
                        true,
                        LedgerSchema.DEFAULT_NAME,
                        OnChange.REFUSE,
                        jobs == 1 && commitEvery == 0,
                        commitEvery,
                        Duration.ZERO));
    }

    private static RunOptions two() {
        return options(LoadMode.DEFERRED, 2, 0, 7, false);
    }

    private static String ask(TestDatabase database, String query) {
        return String.valueOf(database.query(query).get(0).get(0));
    }

    private static String checksums(TestDatabase database) {
        StringBuilder sums = new StringBuilder();
        for (String table : TABLES) {
            sums.append(ask(
                            database,
                            "select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                    + "(" + table + ") t"))
                    .append('\n');
        }
        return sums.toString();
    }

    private static TestDatabase shop() {
        TestDatabase database = TestDatabase.create();
        database.execute(ShopPlanSeed.DDL);
        database.execute(INDEXES);
        return database;
    }

    private static Summary fill(TestDatabase database, SeedProgram program, RunOptions options) {
        return Execution.run(program, database::connect, options, progress -> {});
    }

    /** Jobs, way of loading and size of a batch are drawn from the number of the trial. */
    @Test
    void theRowsAreTheSameAtAnyNumberOfJobsWayOfLoadingAndSizeOfBatch() {
        for (long seed = 1; seed <= 3; seed++) {
            String catalog;
            String sums;
            try (TestDatabase database = shop()) {
                catalog = ask(database, CATALOG);
                fill(database, new ShopPlanSeed(), options(LoadMode.INPLACE, 1, 0, seed, false));
                sums = checksums(database);
            }
            for (int trial = 0; trial < 9; trial++) {
                LoadMode mode = MODES.get(trial % MODES.size());
                int jobs = 1 + (trial + (int) seed) % 4;
                long every = trial / 3 * 13L;
                try (TestDatabase database = shop()) {
                    fill(database, new ShopPlanSeed(), options(mode, jobs, every, seed, false));
                    String what =
                            "seed " + seed + ", --load " + mode.text() + " --jobs " + jobs + " --commit-every " + every;
                    assertThat(checksums(database)).as(what).isEqualTo(sums);
                    assertThat(ask(database, CATALOG)).as(what).isEqualTo(catalog);
                    assertThat(ask(database, "select count(*) from seedplan.waiting"))
                            .as(what)
                            .isEqualTo("0");
                }
            }
        }
    }

    @Test
    void severalConnectionsSayWhatTheyMean() {
        try (TestDatabase database = shop()) {
            Summary summary = fill(database, new ShopPlanSeed(), two());
            assertThat(summary.notes())
                    .anyMatch(n -> n.startsWith("Loaded over 2 connections, each table committed on its own: "))
                    .anyMatch(n ->
                            n.startsWith("Load deferred: ") && n.contains("until then nothing holds others to them"));
            assertThat(summary.tables()).allMatch(t -> t.written() == t.asked());
            assertThat(fill(database, new ShopPlanSeed(), two()).notes()).anyMatch(n -> n.startsWith("already seeded"));
        }
    }

    @Test
    void keysOfATableThatHoldsRowsWaitOnlyWhereNobodyElseIsAtWork() {
        for (boolean exclusive : List.of(false, true)) {
            try (TestDatabase database = shop()) {
                String rows = "select count(*) from notes where body = 'a stranger''s'";
                database.execute(
                        "insert into customers (id, email, name, joined_at) overriding system value values (-5, 'x@y.z', 'X', now())");
                database.execute(
                        "insert into orders (id, customer_id, placed_at) values ('00000000-0000-0000-0000-000000000001', -5, now());"
                                + "insert into notes (order_id, body) values ('00000000-0000-0000-0000-000000000001', 'a stranger''s')");
                Summary summary = fill(database, new ShopPlanSeed(), options(LoadMode.DEFERRED, 2, 0, 7, exclusive));
                assertThat(String.join(" ", summary.notes()).contains("it holds rows"))
                        .isEqualTo(!exclusive);
                assertThat(ask(database, rows)).isEqualTo("1");
            }
        }
    }

    /** Cut off before a statement of any connection, all at once, as when the process is killed. */
    @Test
    void theNextCommandMendsAndGoesOnWhereverARunIsCutOff() throws SQLException {
        String catalog;
        String sums;
        int statements;
        try (TestDatabase database = shop()) {
            catalog = ask(database, CATALOG);
            Cutter whole = new Cutter(database, Integer.MAX_VALUE);
            assertThat(whole.run()).isNull();
            statements = whole.statements.get();
            sums = checksums(database);
        }
        int mended = 0;
        for (int at = 5; at < statements; at += Math.max(1, statements / 25)) {
            try (TestDatabase database = shop()) {
                Throwable failure = new Cutter(database, at).run();
                boolean missing = ask(database, "select to_regclass('seedplan.waiting') is not null")
                                .equals("t")
                        && !ask(database, "select count(*) from seedplan.waiting")
                                .equals("0");
                if (missing) {
                    RunOptions dry = new RunOptions(7L, Map.of(), true, "");
                    assertThatThrownBy(() -> fill(database, new ShopPlanSeed(), dry))
                            .hasMessageContaining("SEED-4222");
                    assertThat(failure).as("cut off before statement %s", at).isInstanceOf(SeedException.class);
                    mended++;
                }
                Summary again = fill(database, new ShopPlanSeed(), two());
                assertThat(again.notes().stream().anyMatch(n -> n.startsWith("Restored ")))
                        .as("cut off before statement %s", at)
                        .isEqualTo(missing);
                assertThat(ask(database, CATALOG))
                        .as("cut off before statement %s", at)
                        .isEqualTo(catalog);
                assertThat(checksums(database))
                        .as("cut off before statement %s", at)
                        .isEqualTo(sums);
            }
        }
        assertThat(mended).isPositive();
    }

    @Test
    void repairAddsAgainWhatARunHasDroppedThatWasCutOff() throws SQLException {
        try (TestDatabase database = shop()) {
            String catalog = ask(database, CATALOG);
            for (int at = 60; ask(database, CATALOG).equals(catalog); at += 10) {
                new Cutter(database, at).run();
            }
            SeedLedger ledger = Seedplan.ledger(database.dataSource());
            assertThat(ledger.repair()).isEqualTo(6);
            assertThat(ask(database, CATALOG)).isEqualTo(catalog);
            assertThat(ledger.repair()).isZero();
        }
    }

    /** Ends all of the run's backends before statement number {@code at}. */
    private static final class Cutter {

        private final TestDatabase database;
        private final int at;
        private final AtomicInteger statements = new AtomicInteger();

        Cutter(TestDatabase database, int at) {
            this.database = database;
            this.at = at;
        }

        Throwable run() {
            try {
                Execution.run(new ShopPlanSeed(), () -> watched(database.connect()), two(), p -> {});
                return null;
            } catch (SeedException e) {
                return e;
            }
        }

        private Connection watched(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Cutter.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        boolean sends = List.of("createStatement", "prepareStatement", "commit", "unwrap")
                                .contains(method.getName());
                        if (sends && statements.incrementAndGet() == at) {
                            end();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private void end() throws SQLException {
            try (Connection other = database.connect();
                    Statement statement = other.createStatement();
                    ResultSet row =
                            statement.executeQuery("select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity"
                                    + " where datname = current_database() and pid <> pg_backend_pid()")) {
                row.next();
            }
        }
    }
}
