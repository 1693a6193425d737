package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.internal.run.CommandLine;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program's flags, variables and files about environments and passwords. */
class EnvironmentsTest {

    private static final String SECRET = "hunter2-s3cr3t";

    @TempDir
    private Path directory;

    private final TestDatabase database = TestDatabase.create();
    private final Map<String, String> environment = new TreeMap<>();
    private String out = "";
    private String err = "";

    @BeforeEach
    void prepare() {
        database.execute(ShopPlanSeed.DDL);
        environment.put("PGUSER", database.user());
        environment.put("PGPASSWORD", database.password());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private int run(String... arguments) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--url")) {
            all.addAll(List.of("--url", database.jdbcUrl()));
        }
        int exit = new CommandLine(
                        new ShopPlanSeed(),
                        new PrintStream(stdout, true, StandardCharsets.UTF_8),
                        new PrintStream(stderr, true, StandardCharsets.UTF_8),
                        environment,
                        directory)
                .run(all.toArray(String[]::new));
        out = stdout.toString(StandardCharsets.UTF_8);
        err = stderr.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private void config(String text) throws IOException {
        Files.writeString(directory.resolve("seedplan.yaml"), text);
    }

    private String customers() {
        return String.valueOf(
                database.query("select count(*) from customers").get(0).get(0));
    }

    @Test
    void productionIsRefusedUntilItsNameIsConfirmed() {
        assertThat(run("--env", "production")).isEqualTo(5);
        assertThat(err).startsWith("[SEED-4601]").contains("--confirm");
        assertThat(run("--env", "production", "--confirm", "other")).isEqualTo(5);
        assertThat(err).startsWith("[SEED-4604]");
        assertThat(customers()).isEqualTo("0");
        assertThat(run("--env", "production", "--confirm", database.name()))
                .as(err)
                .isZero();
        assertThat(out).contains("This database counts as production: --env says so.");
        assertThat(customers()).isNotEqualTo("0");
    }

    @Test
    void aDryRunEndsAsTheRunWould() {
        assertThat(run("--env", "production", "--dry-run")).isEqualTo(5);
    }

    @Test
    void variableAndFileCountAsMuchAsTheFlag() throws IOException {
        environment.put("SEEDPLAN_ENV", "production");
        assertThat(run("--env", "test")).isEqualTo(5);
        environment.remove("SEEDPLAN_ENV");
        config("env: production\n");
        assertThat(run("--env", "test")).isEqualTo(5);
        assertThat(err).contains("env in seedplan.yaml says so");
        config("environments:\n  production:\n    targets: ['*/" + database.name() + "']\n");
        assertThat(run()).isEqualTo(5);
        assertThat(err).contains("seedplan.yaml lists it");
        assertThat(run("--env", "stagging")).isEqualTo(2);
        assertThat(err).startsWith("[SEED-4606]");
        config("environments:\n  staging:\n    on-change: replace\n");
        assertThat(run()).isEqualTo(2);
        assertThat(err).startsWith("[SEED-4605]");
        config("on-change: replace\n");
        assertThat(run()).isEqualTo(2);
        assertThat(err).startsWith("[SEED-4005]").contains("environments");
    }

    @Test
    void anEnvironmentHasItsSizeUnlessAFlagSaysAnother() throws IOException {
        config("environments:\n  test:\n    size: large\n    on-change: replace\n");
        assertThat(run()).as(err).isZero();
        int large = Integer.parseInt(customers());
        // replace is the file's choice for tests, so that the smaller plan takes the larger one's place
        assertThat(run("--size", "medium")).as(err).isZero();
        assertThat(Integer.parseInt(customers())).isLessThan(large);
    }

    @Test
    void aDotenvFileIsReadOnlyWhereItIsNamed() throws IOException {
        Path file = directory.resolve(".env");
        Files.writeString(
                file,
                "# ours\nexport SEEDPLAN_ENV='production' # of the shop\nPGUSER=nobody\nEMPTY=\nTEXT=\"a # b\"\n");
        assertThat(run()).as(err).isZero();
        assertThat(run("--env-file", file.toString())).isEqualTo(5);
        assertThat(err).contains("SEEDPLAN_ENV says so");
        Files.writeString(file, "SEEDPLAN_ENV=test\n" + SECRET + "\n");
        assertThat(run("--env-file", file.toString())).isEqualTo(2);
        assertThat(err).startsWith("[SEED-4109]").contains("line 2").doesNotContain(SECRET);
        assertThat(run("--env-file", directory.resolve("none").toString())).isEqualTo(2);
    }

    @Test
    void aMissingPasswordFileIsAUsageError() {
        assertThat(run("--password-file", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(err).startsWith("[SEED-4108]");
    }

    /** The role's own password where the server asks for one: every way a run can end, and everything it leaves behind. */
    @Test
    void aPasswordIsInNoOutput() throws IOException {
        var role = database.createRole("SUPERUSER");
        database.execute("alter role " + role.name() + " password '" + SECRET + "'");
        environment.remove("PGUSER");
        environment.remove("PGPASSWORD");
        String url =
                database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + role.name() + ":" + SECRET + "@");
        assertThat(run("--url", url, "--debug")).as(err).isZero();
        assertThat(err).contains("The address holds a password");
        hidden();
        assertThat(run("--url", url, "--debug", "--json", "--seed", "8")).isEqualTo(5);
        hidden();
        assertThat(run("--url", url, "--debug", "--rows", "customers=x")).isEqualTo(2);
        hidden();
        assertThat(run("--url", url.replace("/" + database.name(), "/nowhere"), "--debug"))
                .isEqualTo(1);
        hidden();
        assertThat(run("--url", url.replaceFirst(":\\d+/", ":1/"), "--debug")).isEqualTo(1);
        hidden();
        assertThat(run("--url", url + "?sslmode=nonsense", "--debug")).isNotZero();
        hidden();
        Path file = directory.resolve("password");
        Files.writeString(file, SECRET + "\n");
        environment.put("PGUSER", role.name());
        assertThat(run("--password-file", file.toString(), "--debug")).as(err).isZero();
        assertThat(err).doesNotContain("The address holds a password");
        hidden();
        database.execute("drop table notes");
        assertThat(run("--password-file", file.toString(), "--debug")).isEqualTo(3);
        hidden();
        assertThat(database.query("select r::text from seedplan.run r union all select s::text from seedplan.step s")
                        .toString())
                .isNotEmpty()
                .doesNotContain(SECRET);
        assertThat(database.query("select application_name from pg_stat_activity")
                        .toString())
                .doesNotContain(SECRET);
    }

    private void hidden() {
        assertThat(out + err).doesNotContain(SECRET);
    }
}
