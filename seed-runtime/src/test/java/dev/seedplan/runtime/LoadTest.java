package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.internal.load.deferral.LoadMode;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.LoadOptions;
import dev.seedplan.runtime.internal.run.Progress;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import dev.seedplan.testkit.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a plan is loaded, the rows and the catalog are the same, and a load that is cut off leaves nothing. */
class LoadTest {

    private static final List<String> TABLES = List.of("customers", "products", "orders", "order_lines", "notes");

    private static final String INDEXES =
            "create index orders_placed on orders (placed_at desc) where note is not null;"
                    + "create index notes_body on notes (lower(body)) with (fillfactor = 60); comment on index notes_body is 'b'";

    private static final String CATALOG = """
            select string_agg(definition, E'\\n' order by definition) from (
              select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
              where conrelid <> 0 and connamespace = 'public'::regnamespace
              union all select pg_get_indexdef(indexrelid) || coalesce(obj_description(indexrelid, 'pg_class'), '')
              from pg_index where indrelid::regclass::text !~ '^(pg_|seedplan\\.)') as t (definition)""";

    private static RunOptions options(LoadMode mode) {
        return new RunOptions(null, Map.of(), false, "").loading(new LoadOptions(mode, true));
    }

    private static Summary fill(TestDatabase database, SeedProgram program, LoadMode mode) {
        return Execution.run(program, database::connect, options(mode), progress -> {});
    }

    private static String ask(TestDatabase database, String query) {
        return String.valueOf(database.query(query).get(0).get(0));
    }

    private static String checksums(TestDatabase database) {
        StringBuilder sums = new StringBuilder();
        for (String table : TABLES) {
            sums.append(ask(
                            database,
                            "select count(*) || ':' || md5(string_agg(t::text, '|' order by t::text)) from " + table
                                    + " t"))
                    .append('\n');
        }
        return sums.toString();
    }

    @Test
    void theRowsAndTheCatalogAreTheSameHoweverTheyAreLoaded() {
        List<String> sums = new ArrayList<>();
        List<String> catalogs = new ArrayList<>();
        for (LoadMode mode : LoadMode.values()) {
            try (TestDatabase database = TestDatabase.create()) {
                database.execute(ShopPlanSeed.DDL);
                database.execute(INDEXES);
                catalogs.add(ask(database, CATALOG));
                Summary summary = fill(database, new ShopPlanSeed(), mode);
                sums.add(checksums(database));
                catalogs.add(ask(database, CATALOG));
                assertThat(String.join(" ", summary.notes()).contains("Load deferred: "))
                        .isEqualTo(mode == LoadMode.DEFERRED);
            }
        }
        assertThat(sums).containsOnly(sums.get(0));
        assertThat(catalogs).containsOnly(catalogs.get(0));
    }

    /** Cut off before every statement of the load in turn: at least fifty places, the restoring ones among them. */
    @Test
    void aLoadCutOffAnywhereLeavesRowsAndCatalogAsTheyWere() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            database.execute(INDEXES);
            String catalog = ask(database, CATALOG);
            String rows = checksums(database);
            int cuts = 0;
            for (int statement = 1; ; statement++) {
                Cutter cutter = new Cutter(database, statement);
                Throwable failure = cutter.run();
                if (cutter.committed) {
                    assertThat(failure).isNull(); // only the look at the rows afterwards was cut off
                    break;
                }
                cuts++;
                assertThat(failure).as("cut off before statement %s", statement).isInstanceOf(SeedException.class);
                assertThat(ask(database, CATALOG))
                        .as("cut off before statement %s", statement)
                        .isEqualTo(catalog);
                assertThat(checksums(database))
                        .as("cut off before statement %s", statement)
                        .isEqualTo(rows);
            }
            assertThat(cuts).isGreaterThanOrEqualTo(50);
            assertThat(ask(database, CATALOG)).isEqualTo(catalog);
            assertThat(ask(database, "select count(*) from customers")).isEqualTo("40");
        }
    }

    /** Ends the run's backend before statement number {@code at}. */
    private static final class Cutter {

        private final TestDatabase database;
        private final int at;
        private int statements;
        private boolean committed;

        Cutter(TestDatabase database, int at) {
            this.database = database;
            this.at = at;
        }

        Throwable run() throws SQLException {
            try {
                Execution.run(
                        new ShopPlanSeed(), () -> watched(database.connect()), options(LoadMode.DEFERRED), p -> {});
                return null;
            } catch (SeedException e) {
                return e;
            }
        }

        private Connection watched(Connection connection) throws SQLException {
            String pid = pid(connection);
            return (Connection) Proxy.newProxyInstance(
                    Cutter.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        // The short transaction that takes the keys is committed first.
                        boolean sends = List.of("createStatement", "prepareStatement", "commit", "unwrap")
                                .contains(method.getName());
                        if (sends && ++statements == at) {
                            database.execute("select pg_terminate_backend(" + pid + ", 5000)");
                        }
                        try {
                            Object result = method.invoke(connection, arguments);
                            committed |= method.getName().equals("commit")
                                    && !ask(database, "select count(*) from customers")
                                            .equals("0");
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private static String pid(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static SeedProgram orphans() {
        return new SlotsProgram(
                List.of(
                        SlotsProgram.table("parents", SlotsProgram.key("parents"))
                                .primaryKey("id")
                                .build(),
                        SlotsProgram.table(
                                        "children",
                                        SlotsProgram.key("children"),
                                        ColumnSpec.of("parent_id", "bigint", Kind.INT8)
                                                .required())
                                .primaryKey("id")
                                .foreignKey(
                                        "children_parent_id_fkey",
                                        List.of("parent_id"),
                                        "public.parents",
                                        List.of("id"),
                                        false)
                                .build()),
                List.of(
                        StepSpec.rows(0, "parents", "public.parents", 5),
                        StepSpec.rows(1, "children", "public.children", 20)),
                (step, call) -> {
                    if (step == 1) {
                        long row = call.draw().row();
                        ((Slots) call.row()).putBits(1, row == 13 ? 77 : row % 5 + 1);
                    }
                });
    }

    @ParameterizedTest
    @EnumSource(LoadMode.class)
    void aRowThatBreaksAForeignKeyIsNamedHoweverItIsLoaded(LoadMode mode) {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table parents (id bigint generated always as identity primary key);"
                    + "create table children (id bigint generated always as identity primary key,"
                    + " parent_id bigint not null references parents)");
            assertThatThrownBy(() -> fill(database, orphans(), mode))
                    .isInstanceOfSatisfying(SeedException.class, e -> {
                        assertThat(e.code()).isEqualTo("SEED-4203");
                        assertThat(e.exitCode()).isEqualTo(SeedException.FAILED);
                    })
                    .hasMessageContaining("children_parent_id_fkey")
                    .hasMessageContaining("(parent_id)=(77)");
            assertThat(ask(database, "select count(*) from parents")).isEqualTo("0");
        }
    }

    @Test
    void addingTheKeyAgainNamesTheRowThatBreaksIt() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table parents (id bigint generated always as identity primary key);"
                    + "create table children (id bigint generated always as identity primary key,"
                    + " parent_id bigint not null references parents)");
            assertThatThrownBy(() -> fill(database, orphans(), LoadMode.DEFERRED))
                    .hasMessageContaining("SlotsProgram.children(…): ")
                    .hasMessageContaining("row 13 of public.children has parent_id = 77, beside (id = 14)");
        }
    }

    @Test
    void deferredOnATableInUseIsRefusedAndAutoLoadsInPlace() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection busy = database.connect()) {
            database.execute(ShopPlanSeed.DDL);
            database.execute("alter database " + database.name() + " set lock_timeout = '20ms'");
            busy.setAutoCommit(false);
            try (Statement statement = busy.createStatement()) {
                statement.execute("select * from orders");
            }
            assertThatThrownBy(() -> fill(database, new ShopPlanSeed(), LoadMode.DEFERRED))
                    .isInstanceOfSatisfying(SeedException.class, e -> {
                        assertThat(e.code()).isEqualTo("SEED-4221");
                        assertThat(e.exitCode()).isEqualTo(SeedException.LOCKED);
                    })
                    .hasMessageContaining("--load inplace");
            fill(database, new ShopPlanSeed(), LoadMode.INPLACE);
            assertThat(ask(database, "select count(*) from customers")).isEqualTo("40");
        }
    }

    @Test
    void theLocksAreAnnouncedBeforeTheRowsAndADryRunSaysWhatWouldWait() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            RunOptions dry = new RunOptions(null, Map.of(), true, "").loading(new LoadOptions(LoadMode.DEFERRED, true));
            Summary summary = Execution.run(new ShopPlanSeed(), database::connect, dry, progress -> {});
            assertThat(summary.notes())
                    .contains(
                            "Load deferred: public.notes, public.order_lines, public.orders, public.customers, public.products: "
                                    + "6 foreign keys, 6 unique keys and 0 indexes are "
                                    + "added again after the rows; until the commit nobody else can read or write 5 tables.");
            List<String> heard = new ArrayList<>();
            Execution.run(new ShopPlanSeed(), database::connect, options(LoadMode.DEFERRED), new Progress() {
                @Override
                public void at(State state) {
                    heard.add(state.table());
                }

                @Override
                public void note(String sentence) {
                    heard.add(sentence);
                }
            });
            assertThat(heard.get(0)).startsWith("Load deferred: ").contains("nobody else can read or write");
        }
    }

    @Test
    void rowsOfTruncatedTablesAreFrozenAndTheServerKnowsTheirDistribution() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            SeedProgram many = new ShopPlanSeed(2_000, 12, 6, -1);
            fill(database, many, LoadMode.DEFERRED);
            if (database.serverMajorVersion() >= 14) {
                // Since 14, COPY FREEZE marks pages as visible to all; ANALYZE counts them.
                assertThat(ask(database, "select relallvisible * 2 > relpages from pg_class where relname = 'orders'"))
                        .isEqualTo("t");
            }
            assertThat(ask(database, "select count(*) > 0 from pg_stats where tablename = 'orders'"))
                    .isEqualTo("t");
        }
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            database.execute("alter table orders set (autovacuum_enabled = off)");
            Execution.run(
                    new ShopPlanSeed(2_000, 12, 6, -1),
                    database::connect,
                    new RunOptions(null, Map.of(), false, "").loading(new LoadOptions(LoadMode.DEFERRED, false)),
                    progress -> {});
            assertThat(ask(database, "select count(*) from pg_stats where tablename = 'orders'"))
                    .isEqualTo("0");
        }
    }
}
