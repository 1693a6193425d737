package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.SeedConfig;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Where an option is not given: the environment, then seedplan.yaml, for every command. */
class ConfiguredDefaultsTest {

    @TempDir
    Path project;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        database.execute("create table users (id int primary key, nick text not null);"
                + "create table posts (id int primary key); create table notes (id int primary key)");
        environment.put("PGPASSWORD", database.password());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theFileGivesEveryKindOfOption() throws IOException {
        configure(
                "default-rows: 3",
                "rows: {users: 4, posts: 5}",
                "exclude: [notes]",
                "dry-run: true",
                "json: true",
                "seed: 7");
        assertThat(run("fill", "--rows", "posts=6")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("\"name\":\"public.users\",\"asked\":4,")
                .contains("\"name\":\"public.posts\",\"asked\":6,")
                .contains("\"seed\":7")
                .doesNotContain("\"name\":\"public.notes\",\"asked\":3");
        assertThat(database.query("select count(*) from users")).containsExactly(List.of("0"));
    }

    @Test
    void flagsComeBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        configure("default-rows: 3", "dry-run: true", "json: true");
        environment.put("SEEDPLAN_DEFAULT_ROWS", "4");
        environment.put("SEEDPLAN_ROWS", "posts=9,notes=8");
        assertThat(run("fill")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("\"public.users\",\"asked\":4,").contains("\"public.posts\",\"asked\":9,");
        assertThat(run("fill", "--default-rows", "5", "--dry-run")).isZero();
        assertThat(out.toString()).contains("\"public.users\",\"asked\":5,").contains("\"public.notes\",\"asked\":8,");
        assertThat(database.query("select count(*) from users")).containsExactly(List.of("0"));
        environment.put("SEEDPLAN_STRICT", "perhaps");
        assertThat(run("fill")).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-4005] SEEDPLAN_STRICT is \"perhaps\"");
    }

    @Test
    void whatTheFileSaysIsTheSameForCommandsThatTakeLessOfIt() throws IOException {
        configure("default-rows: 3", "strict: true", "migrations: migrations", "on-change: add");
        assertThat(run("status")).as(err.toString()).isZero();
    }

    @Test
    void anUnknownKeyAndAWrongShapeAreRefusedAndHelpWorksAnyway() throws IOException {
        configure("default-row: 3");
        assertThat(run("fill")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("[SEED-4005]")
                .contains("unknown key default-row, did you mean \"default-rows\"");
        assertThat(run("fill", "--help")).isZero();
        assertThat(out.toString()).contains("--default-rows");
        configure("rows: 3");
        assertThat(run("fill")).isEqualTo(2);
        assertThat(err.toString()).contains("rows must hold a number for each table");
        configure("rows: {users: many}");
        assertThat(run("fill")).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-1102] --rows users: \"many\" is not a number");
    }

    @Test
    void ofAddressAndMigrationsInTheFileTheCommandLineChooses() throws IOException {
        configure("migrations: nowhere", "out: schema.json");
        Path schema = project.resolve("schema.json");
        assertThat(run("snapshot")).isEqualTo(2);
        assertThat(err.toString()).startsWith("[SEED-1104]").contains("nowhere");
        assertThat(run("snapshot", "--url", database.jdbcUrl(), "--user", database.user(), "--out", schema.toString()))
                .as(err.toString())
                .isZero();
        assertThat(schema).exists();
    }

    @Test
    void everyOptionOfEveryCommandIsAKey() {
        TreeSet<String> options =
                new TreeSet<>(ConfiguredDefaults.keys(SeedplanCommand.commandLine(Map.of(), Path.of(""))));
        assertThat(SeedConfig.keys().keySet()).containsAll(without(options));
        options.addAll(dev.seedplan.runtime.SeedMain.flags().stream()
                .map(dev.seedplan.runtime.SeedFlag::name)
                .toList());
        assertThat(options).containsAll(SeedConfig.keys().keySet());
    }

    /** What is said for one command only. */
    private static List<String> without(Set<String> options) {
        return options.stream()
                .filter(name -> !List.of(
                                "help",
                                "version",
                                "yes",
                                "confirm",
                                "env",
                                "env-file",
                                "row",
                                "ddl",
                                "table",
                                "cascade",
                                "audit",
                                "n",
                                "preview",
                                "to")
                        .contains(name))
                .toList();
    }

    private void configure(String... lines) throws IOException {
        Files.writeString(
                project.resolve("seedplan.yaml"),
                "url: " + database.jdbcUrl() + "\nuser: " + database.user() + "\n" + String.join("\n", lines) + "\n");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = SeedplanCommand.commandLine(environment, project);
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
