package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.internal.engine.Numbers;
import dev.seedplan.runtime.internal.engine.Size;
import dev.seedplan.runtime.internal.run.CommandLine;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.internal.run.TableFilter;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers of rows and tables that a run asks for instead of the plan's. */
class NumbersAndTablesTest {

    private static TestDatabase database;

    private record Outcome(int exit, String out, String err) {}

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        database.execute(ShopPlanSeed.DDL);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Outcome run(TestDatabase to, Map<String, String> settings, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("PGUSER", to.user());
        environment.put("PGPASSWORD", to.password());
        environment.put("SEEDPLAN_URL", to.jdbcUrl());
        int exit = new CommandLine(
                        new ShopPlanSeed(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        Path.of("no such folder"))
                .run(arguments);
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Outcome dry(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--dry-run", "--json"));
        return run(database, Map.of(), all.toArray(new String[0]));
    }

    private static String asked(String table, long rows) {
        return "\"public." + table + "\",\"asked\":" + rows + ",";
    }

    @Test
    void aSizeTakesATenthOrTenTimes() {
        assertThat(dry("--size", "small", "--rows", "products=12").out()).contains(asked("customers", 4));
        assertThat(dry("--size", "small").err()).contains("[SEED-4303]").contains("public.products has 2");
        assertThat(dry("--size=large").out()).contains(asked("customers", 400));
        assertThat(run(database, Map.of("SEEDPLAN_SIZE", "small"), "--dry-run", "--json", "--rows", "products=12")
                        .out())
                .contains(asked("customers", 4));
        Outcome wrong = dry("--size", "huge");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("[SEED-4003] --size is huge, it must be small, medium or large");
    }

    @Test
    void aPlansOwnNumbersForASizeCount() {
        ShopPlanSeed shop = new ShopPlanSeed();
        SlotsProgram program = new SlotsProgram(
                shop.spec().tables(),
                List.of(StepSpec.rows(0, "customers", "public.customers", 50).sizes(7, 900)),
                (step, call) -> {});
        for (Map.Entry<Size, Long> size :
                Map.of(Size.SMALL, 7L, Size.MEDIUM, 50L, Size.LARGE, 900L).entrySet()) {
            Summary summary = Execution.run(
                    program,
                    database::connect,
                    new RunOptions(
                            null, new Numbers(Map.of(), null, size.getKey(), 1), TableFilter.ALL, true, false, ""),
                    p -> {});
            assertThat(summary.tables().get(0).asked()).as(size.getKey().text()).isEqualTo(size.getValue());
        }
    }

    @Test
    void aScaleMultipliesAllNumbersButThoseAskedForExactly() {
        assertThat(dry("--scale", "0.01", "--rows", "products=5").out())
                .contains(asked("customers", 1))
                .contains(asked("products", 5));
        assertThat(dry("--scale", "2", "--size", "small", "--rows", "products=12")
                        .out())
                .contains(asked("customers", 8));
        for (String wrong : List.of("0", "-1", "much", "NaN")) {
            assertThat(dry("--scale", wrong).err()).contains("[SEED-4003] --scale: \"" + wrong + "\"");
        }
    }

    @Test
    void aDefaultNumberIsForTablesWithoutOne() {
        assertThat(dry("--default-rows", "6", "--rows", "products=9").out())
                .contains(asked("customers", 6))
                .contains(asked("products", 9));
        assertThat(dry("--default-rows", "-6").exit()).isEqualTo(2);
    }

    @Test
    void selectedTablesComeWithThoseTheyNeed() {
        String lines = dry("--tables", "order_l*").out();
        assertThat(lines).contains("public.order_lines", "public.orders", "public.customers", "public.products");
        assertThat(lines).doesNotContain("public.notes");
        assertThat(dry("--tables", "public.products").out())
                .contains("public.products")
                .doesNotContain("customers");
        Outcome none = dry("--tables", "ordrs");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err())
                .contains("[SEED-4003] --tables ordrs matches no table of the plan")
                .contains("orders");
    }

    @Test
    void rowsOfExcludedTablesAreParentsAsTheyAre() {
        try (TestDatabase own = TestDatabase.create()) {
            own.execute(ShopPlanSeed.DDL);
            Outcome without = run(own, Map.of(), "--exclude", "customers");
            assertThat(without.exit()).isEqualTo(5);
            assertThat(without.err()).contains("[SEED-4302]").contains("public.customers has no rows");
            own.execute("insert into customers (name, email, joined_at) values ('Ada', 'a@example.com', '2025-01-01')");
            Outcome with = run(own, Map.of(), "--exclude", "customers", "--exclude", "notes", "--json");
            assertThat(with.exit()).as(with.err()).isZero();
            assertThat(with.out()).contains("public.orders").doesNotContain("public.notes", "\"public.customers\"");
        }
    }

    @Test
    void strictRefusesWhatWouldBeMadeUpAndPreviewsMarkIt() {
        Outcome outcome = dry("--strict");
        assertThat(outcome.exit()).isEqualTo(5);
        assertThat(outcome.err()).startsWith("[SEED-4211] the plan sets no value for public.products.shelf, NOT NULL");
        assertThat(run(database, Map.of(), "--preview").out())
                .contains("public.products  (*: the plan does not set it, so its values are made up)")
                .contains("shelf*");
    }

    @Test
    void theSameFromCode() {
        SeedRun run = new SeedRun(new ShopPlanSeed())
                .to(database.dataSource())
                .size("small")
                .scale(2)
                .tables("products")
                .tables("customers")
                .exclude("products")
                .dryRun();
        assertThat(run.run().tables().stream().collect(Collectors.toMap(t -> t.table(), t -> t.asked())))
                .isEqualTo(Map.of("public.customers", 8L));
        assertThat(new SeedRun(new ShopPlanSeed())
                        .to(database.dataSource())
                        .defaultRows(4)
                        .dryRun()
                        .run()
                        .tables()
                        .get(0)
                        .asked())
                .isEqualTo(4);
        assertThatThrownBy(() -> run.size("huge")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.scale(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.defaultRows(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.strict().exclude("none").run()).hasMessageContaining("SEED-4003");
    }
}
