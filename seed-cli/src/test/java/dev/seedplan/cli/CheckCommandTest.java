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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that holds snapshot, database, plans and content against each other. */
class CheckCommandTest {

    @TempDir
    Path project;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestDatabase database;
    private Path snapshot;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        database.execute(SampleSeed.DDL);
        environment.put("PGPASSWORD", database.password());
        environment.put("SEEDPLAN_USER", database.user());
        snapshot = project.resolve(SnapshotFile.USUAL);
        assertThat(run("snapshot", "--url", database.jdbcUrl(), "--out", snapshot.toString()))
                .as(err.toString())
                .isZero();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatFitsEndsWithZero() throws IOException {
        compilePlan();
        assertThat(run("check", "--url", database.jdbcUrl()))
                .as(out.toString() + err)
                .isZero();
        assertThat(out.toString())
                .contains("snapshot " + snapshot + " and database ")
                .contains(": fits\nplan dev.seedplan.cli.plans.Sample: fits\n");
        assertThat(run("check")).isZero();
        assertThat(out.toString()).isEqualTo("plan dev.seedplan.cli.plans.Sample: fits\n");
    }

    @Test
    void aDatabaseThatHasDriftedEndsWithThreeAndEveryDifference() throws IOException {
        compilePlan();
        database.execute("alter table teams add column city text not null; create table games (id int)");
        assertThat(run("check", "--url", database.jdbcUrl())).isEqualTo(3);
        assertThat(out.toString())
                .contains(": does not fit\n  added column public.teams.city: text not null\n  added table public.games")
                .contains("plan dev.seedplan.cli.plans.Sample: does not fit\n  [SEED-4201] ");
        assertThat(run("check", "--url", database.jdbcUrl(), "--json")).isEqualTo(3);
        assertThat(out.toString())
                .startsWith("{\"version\":1,\"command\":\"check\",\"exit\":3,\"findings\":[{\"subject\":\"snapshot ")
                .contains("\"problems\":[\"added column public.teams.city: text not null\",");
        assertThat(database.query("select count(*) from teams")).containsExactly(List.of("0"));
    }

    @Test
    void migrationsAreComparedToo() throws IOException {
        Path migrations = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(migrations.resolve("V1__teams.sql"), SampleSeed.DDL);
        environment.put("SEEDPLAN_SCRATCH_URL", database.jdbcUrl());
        assertThat(run("check", "--migrations", migrations.toString()))
                .as(err.toString())
                .isZero();
        Files.writeString(migrations.resolve("V2__drop.sql"), "drop table teams");
        assertThat(run("check", "--migrations", migrations.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("removed table public.teams");
    }

    @Test
    void whatARunWouldRefuseEndsWithFive() throws IOException {
        compilePlan();
        database.execute("alter table teams enable row level security; alter table teams force row level security");
        String role =
                "checker_" + database.query("select current_database()").get(0).get(0);
        database.execute("create role " + role + " login password 'x'; grant select, insert on teams to " + role);
        try {
            environment.put("PGPASSWORD", "x");
            Files.delete(snapshot);
            assertThat(run("check", "--url", database.jdbcUrl(), "--user", role))
                    .as(err.toString())
                    .isEqualTo(5);
            assertThat(out.toString()).contains("plan dev.seedplan.cli.plans.Sample: does not fit\n  [SEED-4205] ");
        } finally {
            database.execute("drop owned by " + role + "; drop role " + role);
        }
    }

    @Test
    void whereNothingIsThereIsUsage() throws IOException {
        Files.delete(snapshot);
        assertThat(run("check")).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-1102] there is neither a snapshot, ");
        assertThat(run("check", "--snapshot", snapshot.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-1114] cannot read the snapshot ");
    }

    private void compilePlan() throws IOException {
        Path plans = Files.createDirectories(project.resolve("target/classes/META-INF/seedplan/plans"));
        Files.writeString(plans.resolve(Sample.class.getName() + ".json"), "{}");
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
