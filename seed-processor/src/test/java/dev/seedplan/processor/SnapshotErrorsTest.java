package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The snapshot's file: missing, edited, newer, broken. */
class SnapshotErrorsTest {

    private static final Snapshot SNAPSHOT = TestSchema.of("table users\n id bigint ! always\n name text\n pk id\n");
    private static final String PLAN =
            "package app; import db.*; import dev.seedplan.*; @SeedPlan class Plan { @Rows(1) void u(UsersRow u) {} }";

    @TempDir
    Path directory;

    private static String at(Message message) {
        return message.code() + " " + message.file() + ":" + message.line() + ":" + message.column();
    }

    private Project project(Compiler compiler) {
        return Project.in(directory, compiler)
                .source("db.package-info", TestSchema.packageInfo("db", SNAPSHOT))
                .source("app.Plan", PLAN);
    }

    @ParameterizedTest
    @EnumSource
    void missingSnapshotIsTheFirstErrorAndListsEveryPlaceTried(Compiler compiler) {
        Compiled compiled = project(compiler).compile(compiler);
        int column = compiler == Compiler.ECJ ? 26 : 33;
        assertThat(compiled.ours())
                .extracting(SnapshotErrorsTest::at)
                .containsExactly("SEED-1004 package-info.java:1:" + column);
        String text = compiled.ours().get(0).text();
        assertThat(text).contains("CLASS_OUTPUT", "SOURCE_PATH", "seedplan/schema.json", "seedplan snapshot");
    }

    @ParameterizedTest
    @EnumSource
    void editedSnapshotIsReportedAtTheHash(Compiler compiler) {
        String edited = TestSchema.json(SNAPSHOT)
                .replace("\"name\":\"name\"", "\"name\":\"nam\"")
                .replace("\"name\": \"name\"", "\"name\": \"nam\"");
        assertThat(edited).isNotEqualTo(TestSchema.json(SNAPSHOT));
        Compiled compiled =
                project(compiler).resource("seedplan/schema.json", edited).compile(compiler);
        int column = compiler == Compiler.ECJ ? 57 : 64;
        assertThat(compiled.ours())
                .extracting(SnapshotErrorsTest::at)
                .containsExactly("SEED-1002 package-info.java:1:" + column);
        assertThat(compiled.ours().get(0).text())
                .contains(SnapshotHash.of(SNAPSHOT).substring(0, 12))
                .contains("seedplan snapshot");
    }

    @ParameterizedTest
    @EnumSource
    void newerFormatAndBrokenFileAreReportedAtTheFile(Compiler compiler) {
        int column = compiler == Compiler.ECJ ? 26 : 33;
        Compiled newer = project(compiler)
                .resource(
                        "seedplan/schema.json",
                        TestSchema.json(SNAPSHOT).replaceFirst("\"format\"\\s*:\\s*1", "\"format\": 99"))
                .compile(compiler);
        assertThat(newer.ours())
                .extracting(SnapshotErrorsTest::at)
                .containsExactly("SEED-1003 package-info.java:1:" + column);
        Compiled broken = project(compiler)
                .resource("seedplan/schema.json", "{ \"format\": 1, ")
                .compile(compiler);
        assertThat(broken.ours())
                .extracting(SnapshotErrorsTest::at)
                .containsExactly("SEED-1001 package-info.java:1:" + column);
    }

    @ParameterizedTest
    @EnumSource
    void defaultFileIsReportedAtTheAnnotation(Compiler compiler) {
        Compiled compiled = Project.in(directory, compiler)
                .source("db.package-info", "@dev.seedplan.SeedSchema(hash = \"00\")\npackage db;\n")
                .compile(compiler);
        assertThat(compiled.ours())
                .extracting(SnapshotErrorsTest::at)
                .containsExactly("SEED-1004 package-info.java:1:1");
    }

    @ParameterizedTest
    @EnumSource
    void snapshotIsFoundInTheOptionsDirectory(Compiler compiler) throws Exception {
        Path elsewhere = Files.createDirectories(directory.resolve("else where"));
        Files.createDirectories(elsewhere.resolve("seedplan"));
        Files.writeString(elsewhere.resolve("seedplan/schema.json"), TestSchema.json(SNAPSHOT));
        Compiled compiled =
                project(compiler).option("-Aseedplan.schema.dir=" + elsewhere).compile(compiler);
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.messages()).noneMatch(m -> m.text().contains("options were not recognized"));
    }

    @ParameterizedTest
    @EnumSource
    void snapshotIsFoundInTheProjectsResourcesAboveTheClassOutput(Compiler compiler) throws Exception {
        Project project = project(compiler);
        Path resources = Files.createDirectories(project.root().resolve("src/main/resources/seedplan"));
        Files.writeString(project.root().resolve("pom.xml"), "<project/>");
        Files.writeString(resources.resolve("schema.json"), TestSchema.json(SNAPSHOT));
        assertThat(project.compile(compiler).errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staleCopyInTheClassOutputDoesNotHideTheProjectsFile(Compiler compiler) throws Exception {
        Project project = project(compiler);
        Path resources = Files.createDirectories(project.root().resolve("src/main/resources/seedplan"));
        Files.writeString(project.root().resolve("pom.xml"), "<project/>");
        Files.writeString(resources.resolve("schema.json"), TestSchema.json(SNAPSHOT));
        project.resource("seedplan/schema.json", TestSchema.json(TestSchema.of("table old\n id bigint !\n")));
        assertThat(project.compile(compiler).errors()).isEmpty();
    }
}
