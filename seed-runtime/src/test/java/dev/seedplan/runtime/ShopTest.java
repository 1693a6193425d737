package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan on a real PostgreSQL, from connection to commit. */
class ShopTest {

    private static final RunOptions PLAIN = new RunOptions(null, Map.of(), false, "");
    private static final RunOptions NO_LEDGER =
            PLAIN.keeping(new Keeping(false, "seedplan", OnChange.REFUSE, true, 0, Duration.ZERO));
    private static final List<String> TABLES = List.of("customers", "products", "orders", "order_lines", "notes");

    private static Summary fill(TestDatabase database, SeedProgram program, RunOptions options) {
        return Execution.run(program, database::connect, options, progress -> {});
    }

    private static String ask(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String checksum(TestDatabase database, String table) throws SQLException {
        return ask(database, "select md5(string_agg(t::text, '|' order by t::text)) from " + table + " t");
    }

    @Test
    void everyTableHoldsTheRowsAndAllConstraintsHold() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            Summary summary = fill(database, new ShopPlanSeed(), PLAIN);
            assertThat(summary.tables())
                    .allSatisfy(
                            t -> assertThat(t.written()).isEqualTo(t.asked()).isPositive());
            assertThat(ask(database, "select count(*) from customers")).isEqualTo("40");
            assertThat(ask(
                            database,
                            "select count(*) from orders o join customers c on c.id = o.customer_id "
                                    + "where o.placed_at < c.joined_at or o.placed_at > '2026-01-01'"))
                    .isEqualTo("0");
            assertThat(ask(database, "select count(*) from customers where tier <> 'basic'"))
                    .isEqualTo("0");
            assertThat(ask(
                            database,
                            "select count(*) from notes n join notes p on p.id = n.parent_id "
                                    + "where p.order_id <> n.order_id or p.id >= n.id"))
                    .isEqualTo("0");
            assertThat(
                            ask(
                                    database,
                                    "with recursive t as (select id, 1 as level from notes where parent_id is null "
                                            + "union all select n.id, level + 1 from notes n join t on n.parent_id = t.id) select max(level) from t"))
                    .isIn("2", "3");
        }
    }

    @Test
    void plainInsertsWorkAfterwards() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            fill(database, new ShopPlanSeed(), PLAIN);
            database.execute("insert into customers (name, email, joined_at) values ('a', 'b', now())");
            database.execute("insert into products (name, price, shelf) values ('a', 1, 'window')");
            database.execute("insert into notes (order_id, body) select id, 'x' from orders limit 1");
            assertThat(ask(database, "select max(id) from customers")).isEqualTo("41");
        }
    }

    @Test
    void twoRunsGiveTheSameTables() throws SQLException {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase two = TestDatabase.create()) {
            for (TestDatabase database : List.of(one, two)) {
                database.execute(ShopPlanSeed.DDL);
                fill(database, new ShopPlanSeed(), PLAIN);
            }
            for (String table : TABLES) {
                assertThat(checksum(one, table)).as(table).isEqualTo(checksum(two, table));
            }
        }
    }

    @Test
    void anotherSeedGivesOtherRows() throws SQLException {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase two = TestDatabase.create()) {
            one.execute(ShopPlanSeed.DDL);
            two.execute(ShopPlanSeed.DDL);
            fill(one, new ShopPlanSeed(), PLAIN);
            fill(two, new ShopPlanSeed(), new RunOptions(8L, Map.of(), false, ""));
            assertThat(checksum(one, "customers")).isNotEqualTo(checksum(two, "customers"));
        }
    }

    @Test
    void moreCustomersLeaveTheEarlierOnesAndTheirOrdersAsTheyWere() throws SQLException {
        try (TestDatabase few = TestDatabase.create();
                TestDatabase many = TestDatabase.create()) {
            few.execute(ShopPlanSeed.DDL);
            many.execute(ShopPlanSeed.DDL);
            fill(few, new ShopPlanSeed(), PLAIN);
            fill(many, new ShopPlanSeed(), new RunOptions(null, Map.of("customers", 90L), false, ""));
            for (String early : List.of(
                    "customers where id <= 40",
                    "(select id, customer_id, placed_at, note from orders) o where customer_id <= 40")) {
                String query =
                        "select md5(string_agg(t::text, '|' order by t::text)) from (select * from " + early + ") t";
                assertThat(ask(many, query)).as(early).isEqualTo(ask(few, query));
            }
        }
    }

    @Test
    void aTotalIsReachedExactly() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            fill(database, new ShopPlanSeed(40, 12, 6, 101), PLAIN);
            assertThat(ask(database, "select count(*) from orders")).isEqualTo("101");
        }
    }

    @Test
    void withoutALedgerTablesWithRowsAreRefusedAndNothingChanges() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            fill(database, new ShopPlanSeed(), PLAIN);
            String before = checksum(database, "customers");
            assertThatThrownBy(() -> fill(database, new ShopPlanSeed(), NO_LEDGER))
                    .isInstanceOfSatisfying(SeedException.class, e -> {
                        assertThat(e.code()).isEqualTo("SEED-4202");
                        assertThat(e).hasMessageContaining("TRUNCATE \"public\".\"");
                        assertThat(e.exitCode()).isEqualTo(5);
                        assertThat(e).hasMessageContaining("public.customers, public.products");
                    });
            assertThat(checksum(database, "customers")).isEqualTo(before);
        }
    }

    @Test
    void aDatabaseThatDiffersIsRefusedWithEveryDifference() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            database.execute(
                    "alter table customers drop column tier; alter table customers add phone text not null; "
                            + "alter table orders drop constraint orders_seller_id_fkey; alter table products alter price type numeric(9, 2)");
            assertThatThrownBy(() -> fill(database, new ShopPlanSeed(), PLAIN))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                    .hasMessageContaining("column public.customers.tier (text) is missing")
                    .hasMessageContaining("column public.customers.phone (text) is new, NOT NULL and has no default")
                    .hasMessageContaining("foreign key public.orders (seller_id) to public.customers is missing")
                    .hasMessageContaining("column public.products.price was numeric(8,2), it is numeric(9,2)");
            assertThat(ask(database, "select count(*) from customers")).isEqualTo("0");
        }
    }

    @Test
    void tooFewParentsForDifferentPicksAreRefusedBeforehand() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            assertThatThrownBy(() -> fill(database, new ShopPlanSeed(40, 3, 6, -1), PLAIN))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(5))
                    .hasMessageContaining(
                            "[SEED-4303] orderLines(…): up to 4 different parents are wanted (by distinct, or by a unique key), "
                                    + "but table public.products has 3");
        }
    }

    @Test
    void aRefusedRowIsNamedWithItsValues() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            database.execute("alter table products add constraint cheap check (price < 1.50)");
            assertThatThrownBy(() -> fill(database, new ShopPlanSeed(), PLAIN))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(1))
                    .hasMessageContaining("[SEED-4203] ShopPlan.products(…)")
                    .hasMessageContaining("\"cheap\"")
                    .hasMessageContaining("row 8 of public.products (ShopPlan.java:")
                    .hasMessageContaining(") is (id = 9")
                    .hasMessageContaining("price = 1.56");
            assertThat(ask(database, "select count(*) from customers")).isEqualTo("0");
        }
    }

    @Test
    void aTriggerThatSwallowsRowsIsFound() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            database.execute("create function skip() returns trigger language plpgsql as "
                    + "'begin if new.id % 2 = 0 then return null; end if; return new; end';"
                    + "create trigger skip before insert on customers for each row execute function skip()");
            assertThatThrownBy(() -> fill(database, new ShopPlanSeed(), PLAIN))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(5))
                    .hasMessageContaining("took 20 of 40 rows");
            assertThat(ask(database, "select count(*) from customers")).isEqualTo("0");
        }
    }

    @Test
    void aTriggerThatChangesTheKeyIsFound() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            database.execute("create function other_key() returns trigger language plpgsql as "
                    + "'begin new.id := new.id + 1000; return new; end';"
                    + "create trigger other_key before insert on customers for each row execute function other_key()");
            assertThatThrownBy(() -> fill(database, new ShopPlanSeed(), PLAIN))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(5))
                    .hasMessageContaining("[SEED-4204] table public.customers has no row with the key of row 0")
                    .hasMessageContaining("other_key");
            assertThat(ask(database, "select count(*) from customers")).isEqualTo("0");
        }
    }

    @Test
    void keysComeFromSequencesWhateverTheirStepAndState() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            database.execute(
                    "alter sequence products_id_seq increment by -3 minvalue -1000 maxvalue 50 start 50 restart; "
                            + "alter sequence customers_id_seq cache 7; select nextval('customers_id_seq')");
            fill(database, new ShopPlanSeed(), PLAIN);
            assertThat(ask(database, "select array_agg(id order by id desc)::text from products"))
                    .isEqualTo("{50,47,44,41,38,35,32,29,26,23,20,17}");
            assertThat(ask(database, "select count(*) from order_lines l join products p on p.id = l.product_id"))
                    .isEqualTo(ask(database, "select count(*) from order_lines"));
            database.execute("insert into products (name, price, shelf) values ('a', 1, 'window')");
            assertThat(ask(database, "select min(id) from products")).isEqualTo("14");
        }
    }

    @Test
    void aDryRunWritesNothing() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ShopPlanSeed.DDL);
            Summary summary = fill(database, new ShopPlanSeed(), new RunOptions(null, Map.of(), true, ""));
            assertThat(summary.dryRun()).isTrue();
            assertThat(ask(database, "select count(*) from customers")).isEqualTo("0");
            database.execute("insert into customers (name, email, joined_at) values ('a', 'b', now())");
            assertThat(ask(database, "select max(id) from customers")).isEqualTo("1");
        }
    }
}
