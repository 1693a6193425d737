package dev.seedplan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new user's first hour: the README's pom, the schema, plan and commands of docs/getting-started.md, then a schema that
 * changes. The steps build on each other, as they do for the user.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GettingStartedIT {

    private static final String GUIDE = "docs/getting-started.md";
    private static final String SNAPSHOT = "src/main/resources/seedplan/schema.json";

    @TempDir
    private static Path project;

    private static UserMaven maven;
    private static TestDatabase database;

    @BeforeAll
    static void startAProject() throws IOException {
        maven = UserMaven.prepare();
        database = TestDatabase.create();
        database.execute(Snippet.of(GUIDE, "# Getting started", "sql"));
        Files.writeString(project.resolve("pom.xml"), pom());
        Path plan = project.resolve("src/main/java/acme/AcmePlan.java");
        Files.createDirectories(plan.getParent());
        Files.writeString(plan, Snippet.of(GUIDE, "**Plan.**", "java"));
    }

    @AfterAll
    static void dropDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    @Order(1)
    void commandWritesTheSnapshotAndItsHash() {
        Started snapshot = snapshot();
        assertThat(snapshot.exit()).as(snapshot.output()).isZero();
        assertThat(project.resolve(SNAPSHOT)).exists();
        assertThat(project.resolve("src/main/java/acme/db/package-info.java"))
                .content()
                .contains("@SeedSchema");
    }

    @Test
    @Order(2)
    void projectCompilesAndItsCommandsRun() {
        List<String> commands = Snippet.commands(GUIDE, "**Run.**", "mvn");
        assertThat(commands).hasSize(3);
        String output = "";
        for (String command : commands) {
            Started run = maven.runLine(project, here(command));
            assertThat(run.exit()).as(command + "\n" + run.output()).isZero();
            output += run.output();
        }
        assertThat(output).contains("people", "hired_on");
        assertThat(database.query("select count(*) from teams")).containsExactly(List.of("5"));
        assertThat(database.query("select count(distinct email) between 10 and 45 from people"))
                .containsExactly(List.of("t"));
    }

    /** After clean, as on a build server: Maven looks for changes among sources only, and the file is none. */
    @Test
    @Order(3)
    void editedSnapshotFailsTheBuild() throws IOException {
        Path file = project.resolve(SNAPSHOT);
        String snapshot = Files.readString(file);
        Files.writeString(file, snapshot.replace("hired_on", "hired_at"));
        try {
            Started build = maven.run(project, "-q", "clean", "compile");
            assertThat(build.exit()).isNotZero();
            assertThat(build.output()).contains("SEED-1002");
        } finally {
            Files.writeString(file, snapshot);
        }
        Started build = maven.run(project, "-q", "compile");
        assertThat(build.exit()).as(build.output()).isZero();
    }

    @Test
    @Order(4)
    void programRefusesADatabaseThatHasChanged() {
        database.execute("truncate teams, people");
        database.execute("alter table people add column badge text not null");
        Started run = maven.runLine(
                project, here(Snippet.commands(GUIDE, "**Run.**", "mvn").get(2)));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.output()).contains("SEED-4201", "badge");
        assertThat(database.query("select count(*) from teams")).containsExactly(List.of("0"));
    }

    @Test
    @Order(5)
    void newSnapshotIsNoticedWithoutClean() {
        Started snapshot = snapshot();
        assertThat(snapshot.output()).contains("badge");
        Started build = maven.run(project, "-q", "compile");
        assertThat(build.exit()).as(build.output()).isZero();
        assertThat(project.resolve("target/generated-sources/annotations/acme/db/PeopleRow.java"))
                .content()
                .contains("badge");
    }

    @Test
    @Order(6)
    void columnThatThePlanSetsAndTheSchemaLostFailsTheBuild() {
        database.execute("alter table people drop column hired_on");
        snapshot();
        Started build = maven.run(project, "-q", "compile");
        assertThat(build.exit()).isNotZero();
        assertThat(build.output()).contains("AcmePlan.java", "hiredOn");
    }

    private static Started snapshot() {
        return Started.in(
                project,
                List.of(
                        Started.java(),
                        "-jar",
                        Module.CLI.directory().resolve("target/seedplan.jar").toString(),
                        "snapshot",
                        "--url",
                        url(),
                        "--package",
                        "acme.db"));
    }

    /** The README's snippet, the frame around it, and a plugin in the version that this build has fetched already. */
    private static String pom() {
        String snippet = Snippet.of("README.md", "<!-- snippet: pom -->", "xml");
        String resources = "<plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>"
                + "<plugin><artifactId>maven-clean-plugin</artifactId><version>3.5.0</version></plugin>";
        return "<project>\n<modelVersion>4.0.0</modelVersion>\n<groupId>acme</groupId>\n<artifactId>acme</artifactId>\n"
                + "<version>1</version>\n<properties><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>"
                + "</properties>\n" + snippet.replace("<plugins>", "<plugins>" + resources) + "</project>\n";
    }

    private static String here(String command) {
        return command.replace("postgresql://me@localhost/acme", url())
                .replace(" exec:java ", " org.codehaus.mojo:exec-maven-plugin:3.6.4:java ");
    }

    private static String url() {
        return database.jdbcUrl()
                .replace(
                        "jdbc:postgresql://",
                        "postgresql://" + escaped(database.user()) + ":" + escaped(database.password()) + "@");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
