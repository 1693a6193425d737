package dev.seedplan.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.RollbackSummary;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.SeedLedger;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Rows of a run are taken back: exactly these, and not what others need. */
class RollbackTest {

    private static final String OTHERS = "insert into customers (name, email, joined_at)"
            + " select 'own ' || i, 'own' || i || '@example.org', now() from generate_series(1, 5) i;"
            + "insert into products (name, price, shelf) select 'own ' || i, i, 'window' from generate_series(1, 5) i;";

    private static SeedLedger ledger(Shop shop) {
        return Seedplan.ledger(shop.database.dataSource());
    }

    @Test
    void seedAndRollbackLeaveTheDataAsItWas() {
        try (Shop shop = new Shop()) {
            shop.database.execute(OTHERS);
            Map<String, String> before = shop.checksums();
            shop.run();
            RollbackSummary back = ledger(shop).rollbackLast().run();
            assertThat(back.kept()).isEmpty();
            assertThat(back.exitCode()).isZero();
            assertThat(back.rows()).containsEntry("public.customers", 40L).hasSize(5);
            assertThat(shop.checksums()).isEqualTo(before);
            assertThat(shop.ask("select state from seedplan.run")).isEqualTo("rolled back");
            shop.run();
            assertThat(shop.number("select count(*) from customers")).isEqualTo(45);
        }
    }

    @Test
    void whateverTheNumbersAndTheModeTheDataIsAsBefore() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            try (Shop shop = new Shop()) {
                ShopPlanSeed plan =
                        new ShopPlanSeed(1 + random.nextInt(60), 4 + random.nextInt(20), 1 + random.nextInt(6), -1);
                Keeping keeping = Shop.keeping(OnChange.REFUSE, i % 2 == 0, i % 3 * 11L);
                shop.database.execute(OTHERS);
                Map<String, String> before = shop.checksums();
                for (int again = 0; again < 2; again++) {
                    shop.run(plan, keeping);
                    assertThat(ledger(shop).rollbackLast().run().kept())
                            .as("random seed %d", seed)
                            .isEmpty();
                    assertThat(shop.checksums()).as("random seed %d", seed).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void aDryRunSaysTheSameAndDoesNothing() {
        try (Shop shop = new Shop()) {
            shop.run();
            Map<String, String> before = shop.checksums();
            RollbackSummary would = ledger(shop).rollback(1).dryRun().run();
            assertThat(shop.checksums()).isEqualTo(before);
            assertThat(ledger(shop).rollback(1).run().rows()).isEqualTo(would.rows());
        }
    }

    @Test
    void whatOthersNeedStaysAndIsListedWhateverTheForeignKeyDoes() {
        for (String action : new String[] {"", "on delete cascade", "on delete set null", "on delete restrict"}) {
            try (Shop shop = new Shop()) {
                shop.run();
                shop.database.execute(
                        "create table letters (id int primary key, customer_id bigint references customers " + action
                                + "); insert into letters values (1, 7), (2, null)");
                RollbackSummary back = ledger(shop).rollback(1).run();
                assertThat(back.exitCode()).isEqualTo(SeedException.LEFT_OUT);
                assertThat(back.kept()).singleElement().satisfies(k -> {
                    assertThat(k.table()).isEqualTo("public.customers");
                    assertThat(k.examples()).containsExactly("7");
                    assertThat(k.reason()).contains("public.letters (customer_id)");
                });
                assertThat(shop.ask("select string_agg(id::text, ',') from customers"))
                        .isEqualTo("7");
                assertThat(shop.number("select count(*) from letters where customer_id = 7"))
                        .isEqualTo(1);
                assertThat(shop.number("select count(*) from orders")).isZero();
            }
        }
    }

    @Test
    void whatSomebodyChangedStaysWithItsParents() {
        try (Shop shop = new Shop()) {
            shop.run();
            shop.database.execute("update products set price = price + 1 where id = 3");
            shop.database.execute("update notes set body = 'mine' where id = (select min(id) from notes)");
            RollbackSummary back = ledger(shop).rollback(1).run();
            assertThat(back.kept())
                    .anySatisfy(k ->
                            assertThat(k.text()).isEqualTo("1 row of public.products (3): changed by somebody since"));
            assertThat(back.kept()).anySatisfy(k -> assertThat(k.text()).contains("needed by public.notes (order_id)"));
            assertThat(shop.number("select count(*) from notes")).isEqualTo(1);
            assertThat(shop.number("select count(*) from orders")).isEqualTo(1);
            assertThat(shop.number("select count(*) from products")).isEqualTo(1);
        }
    }

    @Test
    void cascadeTakesAlsoWhatOthersAndChangesNeed() {
        try (Shop shop = new Shop()) {
            shop.run();
            shop.database.execute("update products set price = price + 1 where id = 3;"
                    + "create table letters (id int primary key, customer_id bigint references customers);"
                    + "insert into letters values (1, 7), (2, null)");
            RollbackSummary back = ledger(shop).rollback(1).cascade().run();
            assertThat(back.kept()).isEmpty();
            assertThat(back.rows()).containsEntry("public.letters", 1L).containsEntry("public.products", 12L);
            assertThat(shop.number("select count(*) from letters")).isEqualTo(1);
            assertThat(shop.number("select count(*) from customers")).isZero();
        }
    }

    @Test
    void oneTableIsTakenBackAndWrittenAgain() {
        try (Shop shop = new Shop()) {
            shop.run();
            Map<String, String> all = shop.checksums();
            assertThat(ledger(shop).rollback(1).table("notes").run().rows()).containsOnlyKeys("public.notes");
            assertThat(shop.number("select count(*) from notes")).isZero();
            shop.run();
            assertThat(shop.checksums()).isEqualTo(all);
            assertThatThrownBy(() -> ledger(shop).rollback(1).table("letters").run())
                    .hasMessageStartingWith("[SEED-4409] run 1 wrote no rows of letters");
        }
    }

    @Test
    void circlesAndNotNullCirclesGoInOneStatement() {
        try (Shop shop = new Shop()) {
            shop.run();
            // Circles nobody's plan made: what counts is that they are there when the rows go.
            shop.database.execute("alter table customers add best_note bigint;"
                    + "alter table customers add constraint best foreign key (best_note) references notes");
            Map<String, Long> rows = ledger(shop).rollback(1).run().rows();
            assertThat(rows).hasSize(5);
            assertThat(shop.number("select count(*) from customers") + shop.number("select count(*) from notes"))
                    .isZero();
        }
    }

    @Test
    void theAuditFileListsTheKeys(@TempDir Path folder) throws IOException {
        try (Shop shop = new Shop()) {
            shop.run();
            Path file = folder.resolve("audit.jsonl");
            ledger(shop).rollback(1).audit(file).run();
            assertThat(Files.readString(file))
                    .startsWith("{\"rollback\":1,\"plan\":\"dev.seedplan.runtime.shop.ShopPlan\"}\n")
                    .contains("{\"deleted\":\"public.customers\",\"rows\":40,\"keys\":[\"1-40\"]}\n")
                    .containsPattern("\\{\"committed\":\\d+}\n$");
            shop.run();
            assertThatThrownBy(() -> ledger(shop).rollbackLast().audit(file).run())
                    .hasMessageStartingWith("[SEED-4415]");
            assertThat(shop.number("select count(*) from customers")).isEqualTo(40);
        }
    }

    @Test
    void rowsOfTriggersAreNamedAsNotOurs() {
        try (Shop shop = new Shop()) {
            shop.database.execute(
                    "create table log (what text); create function log() returns trigger language plpgsql as"
                            + " 'begin insert into log values (''x''); return null; end';"
                            + "create trigger audit after insert or delete on customers for each row execute function log()");
            shop.run();
            RollbackSummary back = ledger(shop).rollback(1).run();
            assertThat(back.notes())
                    .contains("what the triggers of public.customers (audit) write elsewhere is not ours to undo");
            assertThat(shop.number("select count(*) from log")).isEqualTo(80);
        }
    }

    @Test
    void withoutALedgerOrTheRunItSaysSo() {
        try (Shop shop = new Shop()) {
            assertThatThrownBy(() -> ledger(shop).rollbackLast().run()).hasMessageStartingWith("[SEED-4410]");
            shop.run();
            assertThatThrownBy(() -> ledger(shop).rollback(9).run())
                    .hasMessageStartingWith("[SEED-4409] the ledger has no run 9");
        }
    }

    @Test
    void aRoleWithoutRightsIsToldInTheServersWords() {
        try (Shop shop = new Shop()) {
            shop.run();
            TestRole role = shop.database.createRole("");
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(shop.database.jdbcUrl());
            source.setUser(role.name());
            source.setPassword(role.password());
            assertThatThrownBy(() -> Seedplan.ledger(source).rollback(1).run())
                    .hasMessageStartingWith("[SEED-4416] ERROR: permission denied for schema seedplan");
        }
    }

    @Test
    void afterADumpAndARestoreNothingIsTakenBackByIds() {
        try (Shop shop = new Shop()) {
            shop.run();
            // What a restore does to the rows: another transaction writes all of them.
            shop.database.execute("create table s as table seedplan.step; delete from seedplan.step;"
                    + "insert into seedplan.step select * from s");
            assertThatThrownBy(() -> ledger(shop).rollback(1).run()).hasMessageStartingWith("[SEED-4411]");
            assertThat(shop.run().notes()).contains("already seeded by run 1; nothing was written");
        }
    }
}
