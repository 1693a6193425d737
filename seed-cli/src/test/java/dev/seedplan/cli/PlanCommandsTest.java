package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.cli.plans.Sample;
import dev.seedplan.cli.plans.SampleSeed;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that find plans: which there are, running one, looking at its rows. */
class PlanCommandsTest {

    @TempDir
    Path project;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestDatabase database;

    @BeforeEach
    void create() throws IOException {
        database = TestDatabase.create();
        database.execute(SampleSeed.DDL);
        environment.put("PGPASSWORD", database.password());
        Path plans = Files.createDirectories(project.resolve("target/classes/META-INF/seedplan/plans"));
        Files.writeString(plans.resolve(Sample.class.getName() + ".json"), "{}");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void plansOfTheProjectAreListed() {
        assertThat(run("plans")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Sample  (dev.seedplan.cli.plans.Sample, seed 7, in ")
                .contains("  public.teams: 3 rows");
        assertThat(run("plans", "--json")).isZero();
        assertThat(out.toString())
                .startsWith(
                        "{\"version\":1,\"command\":\"plans\",\"exit\":0,\"plans\":[{\"name\":\"dev.seedplan.cli.plans.Sample\",")
                .contains("\"steps\":[{\"table\":\"public.teams\",\"method\":\"teams\",\"rows\":\"3 rows\"}]");
    }

    @Test
    void aPlanOfAJarIsRunBySimpleNameWithTheFlagsOfItsMain() throws IOException {
        Path jar = project.resolve("plans.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/seedplan/plans/" + Sample.class.getName() + ".json"));
        }
        String[] login = {"--url", database.jdbcUrl(), "--user", database.user()};
        assertThat(run(login, "run", "Sample", "--jar", jar.toString(), "--rows", "teams=5", "--dry-run"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Dry run of Sample: 5 rows in 1 table");
        assertThat(run(login, "run", "Sample", "--jar", jar.toString(), "--json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("{\"version\":1,\"command\":\"run\",\"exit\":0,");
        assertThat(database.query("select name from teams order by id"))
                .containsExactly(List.of("team 0"), List.of("team 1"), List.of("team 2"));
        assertThat(run(login, "run", Sample.class.getName(), "--seed=-5")).isEqualTo(5);
        assertThat(run(login, "run", "Sample")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("already seeded");
    }

    @Test
    void aRunTakesWhatTheFileSays() throws IOException {
        Files.writeString(
                project.resolve("seedplan.yaml"),
                "url: " + database.jdbcUrl() + "\nuser: " + database.user() + "\nrows: {teams: 2}\n");
        assertThat(run("run", "Sample")).as(err.toString()).isZero();
        assertThat(database.query("select count(*) from teams")).containsExactly(List.of("2"));
    }

    @Test
    void exitCodesAreThoseOfTheMain() {
        String[] login = {"--url", database.jdbcUrl(), "--user", database.user()};
        assertThat(run("run", "Sample")).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-4004]");
        assertThat(run(login, "run", "Sample", "--tables", "games")).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-4003]").contains("--tables games");
        database.execute("alter table teams add column city text not null");
        assertThat(run(login, "run", "Sample")).isEqualTo(3);
        assertThat(err.toString()).startsWith("[SEED-4201]");
    }

    @Test
    void previewShowsRowsOfAPlanWithoutADatabase() {
        assertThat(run("preview", "Sample", "teams", "-n", "2"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("public.teams\n").contains("team 1").doesNotContain("team 2");
        assertThat(run("preview", "Sample", "--rows", "teams=1", "--json")).isZero();
        assertThat(out.toString())
                .contains(
                        "\"tables\":[{\"name\":\"public.teams\",\"note\":null,\"rows\":[{\"id\":\"1\",\"name\":\"team 0\"}]}]");
        assertThat(run("preview", "Sample", "team")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean \"public.teams\"?");
        assertThat(run("preview")).isEqualTo(2);
        assertThat(run("preview", "Sample", "-n", "0")).isEqualTo(2);
        assertThat(run("preview", "Sample", "--size", "huge")).isEqualTo(2);
    }

    @Test
    void previewOfADatabaseShowsWhatAFillWouldWriteAndLeavesNothing() {
        database.execute(
                "create table users (id int primary key, email text not null unique, twice int generated always as"
                        + " (id * 2) stored)");
        String[] login = {"--url", database.jdbcUrl(), "--user", database.user()};
        assertThat(run(login, "preview", "users", "-n", "3", "--json"))
                .as(err.toString())
                .isZero();
        String shown = out.toString();
        assertThat(shown).contains("\"name\":\"public.users\"").doesNotContain("twice");
        assertThat(database.query("select count(*) from users")).containsExactly(List.of("0"));
        assertThat(run(login, "fill", "--tables", "users")).as(err.toString()).isZero();
        database.query("select id, email from users order by id limit 3")
                .forEach(row ->
                        assertThat(shown).contains("{\"id\":\"" + row.get(0) + "\",\"email\":\"" + row.get(1) + "\"}"));
    }

    @Test
    void plansThatAreNotThereAreNamedWithWhatIs() throws IOException {
        assertThat(run("run", "Simple")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("[SEED-1112] there is no plan Simple")
                .contains("Sample");
        assertThat(run("run", "Sample", "--jar", project.resolve("none.jar").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-1111] there is no ");
        Path plans = project.resolve("target/classes/META-INF/seedplan/plans");
        Files.writeString(plans.resolve("a.Missing.json"), "{}");
        assertThat(run("run", "Missing")).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-1113] plan a.Missing needs a class that is not there: a.Missing");
        assertThat(run("run", "Sample", "--tabels", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean \"--tables\"?");
    }

    private int run(String[] login, String command, String... arguments) {
        String[] all = new String[login.length + arguments.length + 1];
        all[0] = command;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        System.arraycopy(login, 0, all, arguments.length + 1, login.length);
        return run(all);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return SeedplanCommand.commandLine(environment, project)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
