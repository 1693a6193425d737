package dev.seedplan.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.shop.RenamedShop;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan that has changed since it was run. */
class ChangeTest {

    private static final Keeping ADD = Shop.keeping(OnChange.ADD, true, 0);
    private static final Keeping REPLACE = Shop.keeping(OnChange.REPLACE, true, 0);

    @Test
    void aChangedMethodBodyIsReportedByColumnAndRows() {
        try (Shop shop = new Shop()) {
            shop.run();
            Map<String, String> before = shop.checksums();
            assertThatThrownBy(() -> shop.run(new RenamedShop(), Keeping.USUAL))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(5))
                    .hasMessageStartingWith("[SEED-4403] run 1 wrote the rows of another version of the plan: "
                            + "public.customers.name in 14 rows; nothing else;");
            assertThat(shop.checksums()).isEqualTo(before);
        }
    }

    @Test
    void anotherNumberOfRowsIsReported() {
        try (Shop shop = new Shop()) {
            shop.run();
            assertThatThrownBy(() -> shop.run(new ShopPlanSeed(), Map.of("products", 20L), Keeping.USUAL))
                    .hasMessageContaining("public.products by products makes 20 rows, it made 12");
        }
    }

    @Test
    void addWritesWhatIsNewAndLeavesTheRest() {
        try (Shop shop = new Shop();
                Shop whole = new Shop()) {
            shop.run();
            String early = "select md5(string_agg(c::text || c.xmin, '|' order by id)) from customers c where id <= 40";
            String before = shop.ask(early);
            long orders = shop.number("select count(*) from orders");
            Summary added = shop.run(new ShopPlanSeed(), Map.of("customers", 60L), ADD);
            assertThat(added.tables().get(0).written()).isEqualTo(20);
            assertThat(shop.ask(early)).isEqualTo(before);
            whole.run(new ShopPlanSeed(), Map.of("customers", 60L), Keeping.USUAL);
            assertThat(shop.number("select count(*) from orders"))
                    .isEqualTo(whole.number("select count(*) from orders"))
                    .isGreaterThan(orders);
            // Picked parents may differ (new ones are there to be picked); everything else is as in one run.
            String rows =
                    "select md5(string_agg(concat_ws('|', customer_id, placed_at, note), '/' order by id)) from orders";
            assertThat(shop.ask(rows)).isEqualTo(whole.ask(rows));
            assertThat(shop.ask("select md5(string_agg(t::text, '|' order by t::text)) from customers t"))
                    .isEqualTo(whole.ask("select md5(string_agg(t::text, '|' order by t::text)) from customers t"));
            assertThat(shop.run(new ShopPlanSeed(), Map.of("customers", 60L), ADD)
                            .written())
                    .isZero();
            Seedplan.ledger(shop.database.dataSource()).rollback(2).run();
            assertThat(shop.number("select count(*) from customers")).isEqualTo(40);
            assertThat(shop.run().written()).isZero();
        }
    }

    @Test
    void addRefusesWhatMovesEarlierRows() {
        try (Shop shop = new Shop()) {
            shop.run(new ShopPlanSeed(40, 12, 6, -1), Keeping.USUAL);
            assertThatThrownBy(() -> shop.run(new ShopPlanSeed(40, 12, 9, -1), ADD))
                    .hasMessageStartingWith("[SEED-4404] the first");
        }
    }

    @Test
    void replaceTakesTheOldRowsBackAndWritesAnewInOneTransaction() {
        try (Shop shop = new Shop()) {
            shop.database.execute(
                    "insert into customers (name, email, joined_at) values ('own', 'own@example.org', now())");
            shop.run();
            shop.run(new RenamedShop(), REPLACE);
            assertThat(shop.number("select count(*) from customers")).isEqualTo(41);
            assertThat(shop.number("select count(*) from customers where name = 'Ada'"))
                    .isEqualTo(14);
            assertThat(shop.number("select count(*) from customers where name = 'own'"))
                    .isEqualTo(1);
            assertThat(shop.ask("select string_agg(state, ',' order by id) from seedplan.run"))
                    .isEqualTo("rolled back,done");
            assertThat(shop.run(new RenamedShop(), REPLACE).written()).isZero();
        }
    }

    @Test
    void replaceSaysWhichRowsSomebodyChangedAndChangesNothing() {
        try (Shop shop = new Shop()) {
            shop.run();
            shop.database.execute("update customers set tier = 'gold' where id in (5, 6)");
            Map<String, String> before = shop.checksums();
            assertThatThrownBy(() -> shop.run(new RenamedShop(), REPLACE))
                    .hasMessageStartingWith(
                            "[SEED-4413] of run 1 2 rows of public.customers (5, 6): changed by somebody since");
            assertThat(shop.checksums()).isEqualTo(before);
        }
    }

    @Test
    void contentThatTheDatabaseLacksAColumnForIsDriftNotChange() {
        try (Shop shop = new Shop()) {
            shop.run();
            shop.database.execute("alter table customers drop column tier");
            assertThatThrownBy(() -> shop.run())
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(SeedException.DRIFT));
        }
    }
}
