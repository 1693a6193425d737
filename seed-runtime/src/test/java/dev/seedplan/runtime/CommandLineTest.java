package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.internal.run.CommandLine;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated program's command line, with good and bad input: exit code, message, and no stack trace. */
class CommandLineTest {

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

    private static Outcome run(Map<String, String> environment, String... arguments) {
        return run(Path.of("no such folder"), environment, arguments);
    }

    private static Outcome run(Path directory, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new CommandLine(
                        new ShopPlanSeed(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        directory)
                .run(arguments);
        Outcome outcome = new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(outcome.err()).doesNotContain("\tat ");
        if (!database.password().isEmpty()) {
            assertThat(outcome.err()).doesNotContain(database.password());
        }
        return outcome;
    }

    private static Map<String, String> login() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PGUSER", database.user());
        environment.put("PGPASSWORD", database.password());
        return environment;
    }

    @Test
    void withoutADatabaseItSaysTheThreeWays() {
        assertThat(run(Map.of()))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "[SEED-4004] no database is named; say --url postgresql://user@host/database, or set SEEDPLAN_URL, "
                                + "or write url: into seedplan.yaml.\n"));
    }

    @Test
    void anUnknownFlagIsRefusedWithASuggestion() {
        Outcome outcome = run(Map.of(), "--sede", "7");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("[SEED-4003] unknown flag --sede").contains("--seed");
    }

    @Test
    void badValuesOfFlagsAreUsageErrors() {
        assertThat(run(Map.of(), "--rows", "customers").err())
                .contains("[SEED-4003]")
                .contains("table=N");
        assertThat(run(Map.of(), "--rows", "customers=many").exit()).isEqualTo(2);
        assertThat(run(Map.of(), "--rows=customers=-1").exit()).isEqualTo(2);
        assertThat(run(Map.of(), "--url").err()).contains("--url needs a value");
        assertThat(run(login(), "--url", database.jdbcUrl(), "--rows", "custmers=3")
                        .err())
                .contains("[SEED-4313] the plan fills no table public.custmers");
        assertThat(run(login(), "--url", database.jdbcUrl(), "--rows", "orders=3")
                        .err())
                .contains("[SEED-4314]");
    }

    @Test
    void anUnreachableServerIsOneMessage() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Outcome outcome = run(login(), "--url", "postgresql://127.0.0.1:" + free + "/x");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("[SEED-4101]");
    }

    @Test
    void aWrongPasswordIsOneMessage() {
        Map<String, String> environment = login();
        environment.put("PGPASSWORD", "wrong");
        Outcome outcome = run(environment, "--url", database.jdbcUrl());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("[SEED-4102]").doesNotContain("wrong");
    }

    @Test
    void aBadUrlIsAUsageError() {
        Outcome outcome = run(login(), "--url", "mysql://localhost/x");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("[SEED-4105]");
    }

    @Test
    void aReadOnlyDatabaseIsRefused() {
        try (TestDatabase readOnly = TestDatabase.create()) {
            readOnly.execute(ShopPlanSeed.DDL);
            readOnly.execute("do $$ begin execute format('alter database %I set default_transaction_read_only = on', "
                    + "current_database()); end $$");
            Outcome outcome = run(login(), "--url", readOnly.jdbcUrl());
            assertThat(outcome.exit()).isEqualTo(5);
            assertThat(outcome.err()).startsWith("[SEED-4106]");
        }
    }

    @Test
    void aMissingPrivilegeIsRefusedBeforeWriting() {
        try (TestDatabase own = TestDatabase.create()) {
            own.execute(ShopPlanSeed.DDL);
            own.execute(
                    "create role shop_reader login password 'p'; grant select on all tables in schema public to shop_reader");
            try {
                Map<String, String> environment = Map.of("PGUSER", "shop_reader", "PGPASSWORD", "p");
                Outcome outcome = run(environment, "--url", own.jdbcUrl());
                assertThat(outcome.exit()).isEqualTo(5);
                assertThat(outcome.err())
                        .startsWith(
                                "[SEED-4107] role shop_reader has no INSERT and SELECT privilege on public.customers");
            } finally {
                own.execute("drop owned by shop_reader; drop role shop_reader");
            }
        }
    }

    @Test
    void aSequenceThatMayNotBeUsedIsRefusedBeforeWriting() {
        try (TestDatabase own = TestDatabase.create()) {
            own.execute(ShopPlanSeed.DDL);
            own.execute("create role shop_writer login password 'p'; "
                    + "grant select, insert on all tables in schema public to shop_writer");
            try {
                Outcome outcome = run(Map.of("PGUSER", "shop_writer", "PGPASSWORD", "p"), "--url", own.jdbcUrl());
                assertThat(outcome.exit()).isEqualTo(5);
                assertThat(outcome.err()).startsWith("[SEED-4107]").contains("customers_id_seq");
            } finally {
                own.execute("drop owned by shop_writer; drop role shop_writer");
            }
        }
    }

    @Test
    void rowSecurityThatBindsTheRoleIsRefused() {
        try (TestDatabase own = TestDatabase.create()) {
            own.execute(ShopPlanSeed.DDL);
            own.execute("create role shop_tenant login password 'p'; alter table orders enable row level security; "
                    + "grant all on all tables in schema public to shop_tenant; "
                    + "grant all on all sequences in schema public to shop_tenant");
            try {
                Outcome outcome = run(Map.of("PGUSER", "shop_tenant", "PGPASSWORD", "p"), "--url", own.jdbcUrl());
                assertThat(outcome.exit()).isEqualTo(5);
                assertThat(outcome.err()).startsWith("[SEED-4205]").contains("public.orders");
            } finally {
                own.execute("drop owned by shop_tenant; drop role shop_tenant");
            }
        }
    }

    @Test
    void settingsOfTheRoleStopNoRun() {
        try (TestDatabase own = TestDatabase.create()) {
            own.execute(ShopPlanSeed.DDL);
            own.execute(
                    "do $$ begin execute format('alter database %I set search_path = pg_catalog', current_database()); "
                            + "execute format('alter database %I set timezone = ''Asia/Tokyo''', current_database()); "
                            + "execute format('alter database %I set datestyle = ''German''', current_database()); end $$");
            assertThat(run(login(), "--url", own.jdbcUrl()).exit()).isZero();
        }
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        Outcome help = run(Map.of(), "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("--url", "--rows", "--dry-run", "Exit codes");
        assertThat(run(Map.of(), "--version").out()).contains("ShopPlan").doesNotContain("${");
    }

    @Test
    void aPreviewShowsEveryTableWithoutADatabase() {
        Outcome outcome = run(Map.of(), "--preview");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("public.customers\n", "public.order_lines\n", "@example.");
    }

    @Test
    void jsonIsOneObjectWithTheCounts() {
        Outcome outcome = run(login(), "--url", database.jdbcUrl(), "--json", "--dry-run");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .startsWith("{\"version\":1,\"command\":\"run\",\"exit\":0,")
                .contains("{\"name\":\"public.customers\",\"asked\":40,\"written\":0,");
    }

    @Test
    void environmentGivesTheUrl() {
        Map<String, String> environment = login();
        environment.put("SEEDPLAN_URL", database.jdbcUrl());
        assertThat(run(environment, "--dry-run").exit()).isZero();
    }

    @Test
    void thePasswordCanComeFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), database.password() + "\nsecond line");
        Outcome outcome = run(
                Map.of(),
                "--url",
                database.jdbcUrl(),
                "--user",
                database.user(),
                "--password-file",
                file.toString(),
                "--dry-run");
        assertThat(outcome.err()).doesNotContain("SEED-");
        assertThat(outcome.exit()).isZero();
        assertThat(run(Map.of(), "--url", database.jdbcUrl(), "--password-file", "missing")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theConfigurationGivesDefaultsThatFlagsOverride(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("seedplan.yaml"),
                "url: " + database.jdbcUrl() + "\nrows:\n  customers: 3\n  products: 9\n");
        Outcome outcome = run(folder, login(), "--dry-run", "--json", "--rows", "products=8");
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("\"public.customers\",\"asked\":3,")
                .contains("\"public.products\",\"asked\":8,");
    }

    @Test
    void anUnknownKeyOfTheConfigurationIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("seedplan.yaml"), "urll: x\n");
        Outcome outcome = run(folder, login());
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("[SEED-4005]")
                .contains("unknown key urll")
                .contains("url");
        Files.writeString(folder.resolve("seedplan.yaml"), "url: [\n");
        assertThat(run(folder, login()).err()).startsWith("[SEED-4005]");
    }
}
