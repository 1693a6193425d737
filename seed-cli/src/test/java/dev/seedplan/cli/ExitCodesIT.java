package dev.seedplan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.cli.plans.Sample;
import dev.seedplan.cli.plans.SampleSeed;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a shell gets to know of the packaged command's end. That a connection is lost in COMMIT, exit 8, is tried in the runtime. */
@DisabledOnOs(OS.WINDOWS)
class ExitCodesIT {

    private static final Path LAUNCHER =
            Path.of(System.getProperty("seedplan.target")).resolve("seedplan/bin/seedplan");

    @TempDir
    Path project;

    private final Map<String, String> environment = new TreeMap<>();
    private TestDatabase database;
    private String printed = "";

    @BeforeEach
    void create() throws IOException {
        database = TestDatabase.create();
        database.execute(SampleSeed.DDL);
        environment.put("PGPASSWORD", database.password());
        environment.put("SEEDPLAN_URL", database.jdbcUrl());
        environment.put("SEEDPLAN_USER", database.user());
        environment.put("SEEDPLAN_CDS", "off");
        Path plans = Files.createDirectories(project.resolve("plans/META-INF/seedplan/plans"));
        Files.writeString(plans.resolve(Sample.class.getName() + ".json"), "{}");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void doneIsZeroAndAgainAsWell() throws Exception {
        assertThat(plan()).as(printed).isZero();
        assertThat(plan()).as(printed).isZero();
        assertThat(printed).contains("already seeded");
    }

    @Test
    void failedIsOne() throws Exception {
        assertThat(shell("status --url postgresql://nobody@localhost:1/nothing"))
                .as(printed)
                .isEqualTo(1);
    }

    @Test
    void usageIsTwo() throws Exception {
        assertThat(shell("fill --tabels x")).as(printed).isEqualTo(2);
        assertThat(printed).startsWith("[SEED-1102] unknown option --tabels; did you mean \"--tables\"?");
    }

    @Test
    void driftIsThree() throws Exception {
        assertThat(shell("snapshot --out schema.json")).as(printed).isZero();
        assertThat(shell("check --snapshot schema.json")).as(printed).isZero();
        database.execute("alter table teams add column city text not null");
        assertThat(shell("check --snapshot schema.json")).as(printed).isEqualTo(3);
        assertThat(plan()).as(printed).isEqualTo(3);
    }

    @Test
    void lockedIsFour() throws Exception {
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(x'73656564706c616e'::bigint)");
            assertThat(plan()).as(printed).isEqualTo(4);
        }
    }

    @Test
    void refusedIsFive() throws Exception {
        assertThat(plan()).as(printed).isZero();
        assertThat(shell("rollback </dev/null")).as(printed).isEqualTo(5);
        assertThat(printed).contains("[SEED-1131]");
    }

    @Test
    void leftOutIsSix() throws Exception {
        database.execute("create table closed (id int primary key);"
                + "create function no() returns trigger language plpgsql as $$ begin raise exception 'closed'; end $$;"
                + "create trigger no before insert on closed for each row execute function no()");
        assertThat(shell("fill")).as(printed).isEqualTo(6);
    }

    @Test
    void stoppedPartWayIsSeven() throws Exception {
        database.execute("alter table teams add check (name <> 'team 2')");
        assertThat(plan("--no-atomic", "--commit-every", "1")).as(printed).isEqualTo(7);
        assertThat(database.query("select count(*) from teams")).containsExactly(List.of("2"));
    }

    /** Colours are asked for here, since there is no terminal; NO_COLOR comes before whoever asks for them. */
    @Test
    void noColorIsObeyed() throws Exception {
        environment.put("CLICOLOR_FORCE", "1");
        shell("fill --tabels x");
        assertThat(printed).startsWith("\u001b[");
        environment.put("NO_COLOR", "1");
        shell("fill --tabels x");
        assertThat(printed).startsWith("[SEED-1102]");
    }

    private int plan(String... flags) throws Exception {
        String classes = Path.of(SampleSeed.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        List<String> words = new ArrayList<>(List.of("run", "Sample", "--jar", "plans", "--jar", "'" + classes + "'"));
        words.addAll(List.of(flags));
        return shell(String.join(" ", words));
    }

    private int shell(String arguments) throws IOException, InterruptedException {
        Path output = project.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "'" + LAUNCHER + "' " + arguments)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SEEDPLAN_") || name.equals("NO_COLOR"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended").isTrue();
        printed = Files.readString(output, UTF_8);
        return process.exitValue();
    }
}
