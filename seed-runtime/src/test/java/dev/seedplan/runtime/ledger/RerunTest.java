package dev.seedplan.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second run of a plan on a database that holds the first one's rows. */
class RerunTest {

    @Test
    void theSameRunAgainWritesNothing() {
        try (Shop shop = new Shop()) {
            shop.run();
            Map<String, String> before = shop.checksums();
            String xmins = shop.ask("select string_agg(xmin::text, ',' order by id) from customers");
            for (int i = 0; i < 3; i++) {
                Summary again = shop.run();
                assertThat(again.written()).isZero();
                assertThat(again.notes()).contains("already seeded by run 1; nothing was written");
            }
            assertThat(shop.checksums()).isEqualTo(before);
            assertThat(shop.ask("select string_agg(xmin::text, ',' order by id) from customers"))
                    .isEqualTo(xmins);
            assertThat(shop.number("select count(*) from seedplan.run")).isEqualTo(1);
        }
    }

    @Test
    void aRunIsRecordedByRangesOfRowsAndKeysInItsTransaction() {
        try (Shop shop = new Shop()) {
            shop.run();
            assertThat(shop.ask("select name || ' ' || seed || ' ' || state from seedplan.run"))
                    .isEqualTo("dev.seedplan.runtime.shop.ShopPlan 7 done");
            assertThat(shop.database
                            .query("select number, step, table_name, first_row, key_column, firsts::text, counts::text "
                                    + "from seedplan.step where number < 4 order by number")
                            .toString())
                    .isEqualTo(
                            "[[1, customers, customers, 0, id, {1}, {40}], [2, products, products, 0, id, {1}, {12}], "
                                    + "[3, orders, orders, 0, null, {}, {}]]");
            assertThat(shop.number("select count(*) from customers c join seedplan.step s on s.number = 1 "
                            + "and c.xmin::text::bigint = any(s.xids) and c.id between s.firsts[1] and s.counts[1]"))
                    .isEqualTo(40);
            assertThat(shop.number("select count(*) from seedplan.step where xmin::text::bigint <> all (xids)"))
                    .isZero();
        }
    }

    @Test
    void theLedgersSizeDoesNotDependOnTheNumberOfRows() {
        try (Shop few = new Shop();
                Shop many = new Shop()) {
            few.run(new ShopPlanSeed(10, 12, 6, -1), Keeping.USUAL);
            many.run(new ShopPlanSeed(2_000, 40, 6, -1), Keeping.USUAL);
            String size = "select sum(pg_column_size(s.*)) from seedplan.step s";
            assertThat(many.number(size)).isBetween(few.number(size) - 64, few.number(size) + 64);
        }
    }

    @Test
    void anotherNumberIsAChangeAndRefused() {
        try (Shop shop = new Shop()) {
            shop.run();
            Map<String, String> before = shop.checksums();
            assertThatThrownBy(() -> shop.run(new ShopPlanSeed(), Map.of("customers", 50L), Keeping.USUAL))
                    .isInstanceOfSatisfying(SeedException.class, e -> {
                        assertThat(e.code()).isEqualTo("SEED-4403");
                        assertThat(e.exitCode()).isEqualTo(SeedException.REFUSED);
                    });
            assertThat(shop.checksums()).isEqualTo(before);
        }
    }

    @Test
    void rowsThatAreThereAlreadyStayAsTheyAre() {
        try (Shop shop = new Shop()) {
            shop.database.execute(
                    "insert into customers (name, email, joined_at) values ('Ada', 'ada@own.example', now())");
            String ada = shop.ask("select c::text || c.xmin from customers c");
            Summary summary = shop.run();
            assertThat(summary.tables().get(0).written()).isEqualTo(40);
            assertThat(shop.ask("select c::text || c.xmin from customers c where id = 1"))
                    .isEqualTo(ada);
            assertThat(shop.number("select count(*) from customers")).isEqualTo(41);
        }
    }
}
