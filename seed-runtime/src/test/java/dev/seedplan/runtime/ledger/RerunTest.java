package dev.seedplan.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.SeedLedger;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.testkit.TestDatabase;
import dev.seedplan.testkit.TestRole;
import java.time.Duration;
import java.util.List;
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
    void aRunThatIsNotAtomicStopsPartWayAndGoesOn() {
        try (Shop shop = new Shop();
                Shop whole = new Shop()) {
            shop.database.execute("create function stop() returns trigger language plpgsql as"
                    + " 'begin if new.id = 400 then raise exception ''stop''; end if; return new; end';"
                    + "create trigger stop before insert on notes for each row execute function stop()");
            Keeping parts = Shop.keeping(OnChange.REFUSE, false, 20);
            assertThatThrownBy(() -> shop.run(new ShopPlanSeed(), parts))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(SeedException.STOPPED))
                    .hasMessageContaining("run it again to go on");
            assertThat(shop.number("select count(*) from notes")).isEqualTo(20);
            assertThatThrownBy(() -> shop.run(new ShopPlanSeed(), Map.of("customers", 41L), parts))
                    .hasMessageStartingWith("[SEED-4405] run 1 of the plan is unfinished");
            shop.database.execute("drop trigger stop on notes");
            assertThat(shop.run(new ShopPlanSeed(), parts).notes().get(0)).startsWith("goes on with run 1");
            whole.run();
            assertThat(shop.checksums()).isEqualTo(whole.checksums());
        }
    }

    @Test
    void aRoleThatMayNotCreateSchemasUsesOneMadeBeforehand() {
        try (Shop shop = new Shop()) {
            TestRole role = shop.database.createRole("");
            shop.database.execute("grant select, insert, update, delete on all tables in schema public to "
                    + role.name() + "; grant usage, select on all sequences in schema public to " + role.name());
            Execution.Connector asRole = () -> shop.database.connect(role);
            RunOptions options = new RunOptions(null, Map.of(), false, "");
            assertThatThrownBy(() -> Execution.run(new ShopPlanSeed(), asRole, options, p -> {}))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(5))
                    .hasMessageStartingWith("[SEED-4401]")
                    .hasMessageContaining("--no-ledger");
            shop.database.execute(SeedLedger.ddl("seedplan") + "grant usage on schema seedplan to " + role.name()
                    + "; grant select, insert, update, delete on all tables in schema seedplan to " + role.name());
            assertThat(Execution.run(new ShopPlanSeed(), asRole, options, p -> {})
                            .written())
                    .isPositive();
            shop.database.execute("drop owned by " + role.name());
        }
    }

    @Test
    void aNewerLedgerIsRefused() {
        try (Shop shop = new Shop()) {
            shop.run();
            shop.database.execute("insert into seedplan.version (number) values (99)");
            assertThatThrownBy(shop::run)
                    .hasMessageStartingWith("[SEED-4402] the ledger in the schema seedplan has version 99");
        }
    }

    @Test
    void theSchemaMayHaveAnotherName() {
        try (Shop shop = new Shop()) {
            Keeping named = new Keeping(true, "Our Ledger", OnChange.REFUSE, true, 0, Duration.ZERO);
            shop.run(new ShopPlanSeed(), named);
            assertThat(shop.run(new ShopPlanSeed(), named).written()).isZero();
            assertThat(shop.number("select count(*) from \"Our Ledger\".run")).isEqualTo(1);
            SeedLedger ledger = Seedplan.ledger(shop.database.dataSource()).in("Our Ledger");
            assertThat(ledger.rollbackLast().run().total()).isPositive();
        }
    }

    @Test
    void existingParentsThatChangeMidwayStopAResume() {
        String cities =
                "create table countries (id bigint generated always as identity primary key, name text not null);"
                        + "create table cities (id bigint generated always as identity primary key,"
                        + " country_id bigint not null references countries, name text not null);"
                        + "insert into countries (name) select 'country ' || i from generate_series(1, 9) i";
        SeedProgram program = new SlotsProgram(
                List.of(
                        SlotsProgram.table(
                                        "countries",
                                        SlotsProgram.key("countries"),
                                        ColumnSpec.of("name", "text", Kind.TEXT).required())
                                .primaryKey("id")
                                .build(),
                        SlotsProgram.table(
                                        "cities",
                                        SlotsProgram.key("cities"),
                                        ColumnSpec.of("country_id", "bigint", Kind.INT8)
                                                .required(),
                                        ColumnSpec.of("name", "text", Kind.TEXT).required())
                                .primaryKey("id")
                                .foreignKey("fk", List.of("country_id"), "public.countries", List.of("id"), false)
                                .build()),
                List.of(StepSpec.rows(0, "cities", "public.cities", 40)
                        .parent(ParentSpec.pick("public.countries", "fk", 0, false))),
                (step, call) -> {});
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(cities + "; create function stop() returns trigger language plpgsql as"
                    + " 'begin if new.id = 30 then raise exception ''stop''; end if; return new; end';"
                    + "create trigger stop before insert on cities for each row execute function stop()");
            RunOptions parts =
                    new RunOptions(null, Map.of(), false, "").keeping(Shop.keeping(OnChange.REFUSE, false, 10));
            assertThatThrownBy(() -> Execution.run(program, database::connect, parts, p -> {}))
                    .hasMessageContaining("stop");
            database.execute("drop trigger stop on cities; insert into countries (name) values ('new')");
            assertThatThrownBy(() -> Execution.run(program, database::connect, parts, p -> {}))
                    .hasMessageStartingWith("[SEED-4414]")
                    .hasMessageContaining("public.countries for fk");
            database.execute("delete from countries where name = 'new'");
            Execution.run(program, database::connect, parts, p -> {});
            database.execute("insert into countries (name) values ('new')");
            assertThat(Execution.run(program, database::connect, parts, p -> {}).notes())
                    .anySatisfy(note -> assertThat(note).startsWith("already seeded"))
                    .anySatisfy(note -> assertThat(note).startsWith("the rows of public.countries for fk"));
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
