package dev.seedplan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged command in processes of its own. */
class PackagedCommandIT {

    private static final Path TARGET = Path.of(System.getProperty("seedplan.target"));
    private static final Path JAR = TARGET.resolve("seedplan.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path project;

    private String printed = "";

    @BeforeEach
    void writeMigrations() throws IOException {
        Path migrations = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(migrations.resolve("V10__later.sql"), "ALTER TABLE users ADD email text;");
        Files.writeString(migrations.resolve("V2__first.sql"), "CREATE TABLE users (id int PRIMARY KEY);");
        Files.createDirectories(project.resolve("src/main/java"));
    }

    @Test
    void jarAppliesMigrationsToTheServerBesideIt() throws Exception {
        assertThat(run(JAVA, "-jar", JAR.toString(), "snapshot", "--migrations", "migrations", "--package", "a.b"))
                .as(printed)
                .isZero();
        String json = Files.readString(project.resolve("src/main/resources/seedplan/schema.json"));
        assertThat(SnapshotJson.read(json).tables().get(0).columns()).hasSize(2);
        assertThat(Files.readString(project.resolve("src/main/java/a/b/package-info.java")))
                .contains("@SeedSchema(");
        assertThat(printed).doesNotContain("SLF4J").doesNotContain("\tat ");
    }

    @Test
    void jarAloneSaysWhatIsMissing() throws Exception {
        Path alone = Files.copy(JAR, project.resolve("seedplan.jar"));
        assertThat(run(JAVA, "-jar", alone.toString(), "snapshot", "--migrations", "migrations"))
                .isEqualTo(1);
        assertThat(printed)
                .startsWith("[SEED-1105] migrations need a PostgreSQL to be applied to, and there is no ")
                .contains("seedplan-embedded.jar")
                .hasLineCount(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherRunsThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(project.resolve("link"), TARGET.resolve("seedplan/bin/seedplan"));
        assertThat(run(link.toString(), "--version")).as(printed).isZero();
        assertThat(printed).matches("seedplan \\d+\\.\\d+\\.\\d+\\S*\\R");
        try (Stream<Path> jars = Files.list(TARGET.resolve("seedplan/lib"))) {
            assertThat(jars.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("seedplan.jar", "seedplan-embedded.jar");
        }
    }

    @Test
    void jarHoldsNoServerAndEveryLicence() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            List<String> names = jar.stream().map(e -> e.getName()).toList();
            assertThat(names)
                    .noneMatch(n -> n.endsWith(".txz") || n.startsWith("io/zonky") || n.contains("seedplan/embedded"))
                    .doesNotHaveDuplicates()
                    .contains("META-INF/services/java.sql.Driver", "META-INF/LICENSE");
        }
    }

    private int run(String... command) throws IOException, InterruptedException {
        Path output = project.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
        printed = Files.readString(output, UTF_8);
        return process.exitValue();
    }
}
