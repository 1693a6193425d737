package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that writes a project; that it builds and runs is tried in seed-it. */
class InitCommandTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        environment.put("PGPASSWORD", database.password());
        environment.put("SEEDPLAN_URL", database.jdbcUrl());
        environment.put("SEEDPLAN_USER", database.user());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aProjectHasPomWrapperSnapshotAndPlan() throws IOException {
        database.execute("create table teams (id bigint generated always as identity primary key, name text not null)");
        assertThat(run("init", "Shop Seeds", "--package", "com.acme"))
                .as(err.toString())
                .isZero();
        Path project = folder.resolve("Shop Seeds");
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains(
                        "<groupId>com.acme</groupId>", "<artifactId>shop-seeds</artifactId>", "com.acme.FirstPlanSeed")
                .doesNotContain("@");
        assertThat(project.resolve("mvnw")).isExecutable().hasSameBinaryContentAs(Path.of("../mvnw"));
        assertThat(project.resolve("mvnw.cmd")).hasSameBinaryContentAs(Path.of("../mvnw.cmd"));
        assertThat(project.resolve(".mvn/wrapper/maven-wrapper.properties"))
                .hasSameBinaryContentAs(Path.of("../.mvn/wrapper/maven-wrapper.properties"));
        assertThat(project.resolve("src/main/java/com/acme/db/package-info.java"))
                .content()
                .contains("@SeedSchema(file = \"seedplan/schema.json\"", "package com.acme.db;");
        assertThat(out.toString()).contains("the plan fills 1 tables").contains("  cd Shop Seeds\n");
        assertThat(run(
                        "check",
                        "--snapshot",
                        project.resolve(SnapshotFile.USUAL).toString()))
                .isZero();
    }

    @Test
    void thePlanSaysWhatNamesTypesAndConstraintsSay() throws IOException {
        database.execute("""
                create type post_status as enum ('draft', 'live');
                create table people (id bigserial primary key, name text not null, email varchar(80) not null unique,
                  age int check (age >= 18 and age < 100), boss_id bigint references people);
                create table profiles (person_id bigint primary key references people, bio text);
                create table tags (code text primary key, city text);
                create table posts (id uuid primary key default gen_random_uuid(), author_id bigint not null references people,
                  editor_id bigint references people, status post_status not null, kind text not null check (kind in ('a', 'it''s')),
                  created_at timestamptz not null, updated_at timestamptz, check (updated_at >= created_at));
                create table post_tags (post_id uuid references posts, tag_code text references tags, primary key (post_id, tag_code));
                create table stays (id int primary key, during tstzrange not null);
                create table nights (stay_id int not null references stays);
                """);
        assertThat(run("init", "--package", "acme", "--plan", "Acme"))
                .as(err.toString())
                .isZero();
        String plan = Files.readString(folder.resolve("src/main/java/acme/Acme.java"));
        assertThat(plan)
                .contains("public class Acme {")
                .contains("    @Rows(20)\n    protected void people(PeopleRow row) {\n")
                .contains(
                        "row.name(fullName());\n        row.email(email().unique());\n        row.age(ints(18, 99).orNull(0.15));")
                .contains("protected void profiles(ProfilesRow row, @Per(1) PeopleRow person) {")
                .contains(
                        "PostsRow row, @Via(\"author_id\") PeopleRow author, @Via(value = \"editor_id\", nulls = 0.3) @Nullable"
                                + " PeopleRow editor)")
                .contains("row.status(enums(PostStatus.class));\n        row.kind(oneOf(\"a\", \"it's\"));")
                .contains("row.createdAt(times(\"2024-01-01\", \"2025-06-30\"));")
                .contains(
                        "PostTagsRow row, @Per(min = 1, max = 3) PostsRow post, @Pick(distinct = true) TagsRow tagCode)")
                .contains("    // public.nights: it needs rows of public.stays, ")
                .contains("    // public.stays: nothing makes up a value of during, tstzrange\n")
                .doesNotContain("bossId");
    }

    @Test
    void nothingIsOverwrittenAndADryRunWritesNothing() throws IOException {
        assertThat(run("init", "--package", "acme", "--dry-run"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("would write " + folder.resolve("pom.xml"));
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        Files.writeString(folder.resolve("pom.xml"), "mine");
        Files.writeString(folder.resolve(".gitignore"), "mine");
        assertThat(run("init", "--package", "acme")).isEqualTo(5);
        assertThat(err.toString()).startsWith("[SEED-1115] in ").contains("there is already pom.xml, .gitignore;");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
        assertThat(folder.resolve("pom.xml")).hasContent("mine");
    }

    @Test
    void whatCannotBeANameIsUsage() {
        assertThat(run("init", "--package", "com.1acme")).isEqualTo(2);
        assertThat(run("init", "--package", "acme", "--plan", "First Plan")).isEqualTo(2);
        assertThat(run("init")).isEqualTo(2);
        assertThat(run("init", "--package", "acme", "--json")).isZero();
        assertThat(out.toString())
                .startsWith("{\"version\":1,\"command\":\"init\",\"exit\":0,\"dryRun\":false,\"files\":[\"")
                .endsWith("\"tables\":[],\"leftOut\":[]}" + System.lineSeparator());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return SeedplanCommand.commandLine(environment, folder)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
