package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SnapshotCommandTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void databaseBecomesFileAndPackage() throws IOException {
        database.execute("CREATE TABLE users (id int PRIMARY KEY, name text)");
        environment.put("PGPASSWORD", database.password());
        assertThat(run("--url", url(), "--package", "blog.db", "--source-root", sources()))
                .isZero();
        Snapshot snapshot = SnapshotJson.read(Files.readString(file()));
        String hash = SnapshotHash.of(snapshot);
        assertThat(snapshot.tables()).hasSize(1);
        assertThat(Files.readString(packageInfo()))
                .contains("@SeedSchema(file = \"seedplan/schema.json\", hash = \"" + hash + "\")");
        assertThat(out.toString())
                .contains(": 1 table with 2 columns in the schema public\n")
                .contains("wrote " + file() + "\n")
                .contains("hash " + hash + " in " + packageInfo() + "\n")
                .doesNotContain("since the last snapshot");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aDryRunWritesNothing() {
        environment.put("PGPASSWORD", database.password());
        assertThat(run("--url", url(), "--package", "p", "--source-root", sources(), "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("a dry run: nothing was written");
        assertThat(file()).doesNotExist();
        assertThat(sourceFile("p")).doesNotExist();
    }

    @Test
    void changesSinceTheLastSnapshotArePrinted() throws IOException {
        environment.put("PGPASSWORD", database.password());
        database.execute("CREATE TABLE users (id int PRIMARY KEY, mail text)");
        run("--url", url(), "--package", "p", "--source-root", sources());
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(file(), longAgo);
        out.getBuffer().setLength(0);
        assertThat(run("--url", url(), "--package", "p", "--source-root", sources()))
                .isZero();
        assertThat(out.toString()).contains("kept " + file()).endsWith("no change since the last snapshot\n");
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(longAgo);

        String before = Files.readString(sourceFile("p"));
        database.execute("ALTER TABLE users RENAME mail TO email; CREATE TABLE tags (slug text)");
        assertThat(run("--url", url(), "--package", "p", "--source-root", sources()))
                .isZero();
        assertThat(out.toString()).endsWith("""
                since the last snapshot:
                  renamed column public.users.mail to email (a guess)
                  added table public.tags: 1 column
                """);
        assertThat(Files.readString(sourceFile("p"))).isNotEqualTo(before).hasSameSizeAs(before);
    }

    @Test
    void oneJsonObjectSaysWhatWasWrittenAndWhatChanged() throws IOException {
        environment.put("PGPASSWORD", database.password());
        database.execute("CREATE TABLE users (id int PRIMARY KEY, mail text, age int)");
        assertThat(run("--url", url(), "--json")).isZero();
        assertThat(out.toString())
                .startsWith("{\"version\":1,\"command\":\"snapshot\",\"exit\":0,\"server\":\"")
                .contains(
                        ",\"file\":\"" + file() + "\",\"written\":true,\"hash\":\""
                                + SnapshotHash.of(SnapshotJson.read(Files.readString(file())))
                                + "\",\"packageInfo\":null,\"schemas\":[\"public\"],\"tables\":1,\"columns\":3,\"compared\":false,")
                .endsWith("\"changes\":[],\"notes\":[]}\n")
                .hasLineCount(1);
        out.getBuffer().setLength(0);
        database.execute("ALTER TABLE users RENAME mail TO email; ALTER TABLE users ALTER age TYPE bigint;"
                + " CREATE TABLE tags (slug text)");
        assertThat(run("--url", url(), "--json", "--package", "p", "--source-root", sources()))
                .isZero();
        assertThat(out.toString())
                .contains("\"packageInfo\":\"" + sourceFile("p") + "\"")
                .contains("\"compared\":true")
                .contains("{\"change\":\"renamed\",\"newName\":\"email\",\"kind\":\"column\",\"name\":\"public.users\","
                        + "\"part\":\"mail\",\"text\":\"renamed column public.users.mail to email (a guess)\"}")
                .contains("{\"change\":\"altered\",\"aspect\":\"type\",\"before\":\"integer\",\"after\":\"bigint\",")
                .contains("{\"change\":\"added\",\"detail\":\"1 column\",\"kind\":\"table\",\"name\":\"public.tags\","
                        + "\"part\":null,")
                .hasLineCount(1);
    }

    @Test
    void theConfigurationGivesItsFlags() throws IOException {
        Files.writeString(
                folder.resolve("seedplan.yaml"),
                "url: " + url() + "\npackage: blog.db\nsource-root: " + sources() + "\nout: " + file() + "\n");
        environment.put("PGPASSWORD", database.password());
        CommandLine line = SeedplanCommand.commandLine(environment, folder);
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        assertThat(line.execute("snapshot")).as(err.toString()).isZero();
        assertThat(file()).exists();
        assertThat(packageInfo()).exists();
    }

    @Test
    void brokenOldSnapshotIsReplaced() throws IOException {
        environment.put("PGPASSWORD", database.password());
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "<<<<<<< HEAD");
        assertThat(run("--url", url())).isZero();
        assertThat(out.toString())
                .contains("the last snapshot cannot be compared: [SEED-1001] ")
                .contains("needs @SeedSchema(file = \"seedplan/schema.json\", hash = \"");
        assertThat(SnapshotJson.read(Files.readString(file())).tables()).isEmpty();
    }

    @Test
    void migrationsAreAppliedToAScratchDatabaseThatIsGoneAfterwards() throws IOException, SQLException {
        environment.put("PGPASSWORD", database.password());
        Path migrations = migrations(
                "V10__last.sql", "ALTER TABLE users ADD c int", "V2__second.sql", "CREATE TABLE users (a int)");
        assertThat(run("--migrations", migrations.toString(), "--scratch-url", url()))
                .isZero();
        assertThat(SnapshotJson.read(Files.readString(file())).tables().get(0).columns())
                .extracting(c -> c.name())
                .containsExactly("a", "c");
        assertThat(scratchDatabases()).isZero();
        Files.writeString(migrations.resolve("V11__wrong.sql"), "SELECT 1;\nCREATE TABLE users (a int);\n");
        String before = Files.readString(file());
        assertThat(run("--migrations", migrations.toString(), "--scratch-url", url()))
                .isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        "[SEED-1103] V11__wrong.sql, line 2: relation \"users\" already exists; correct the migration;"
                                + " nothing was written.\n");
        assertThat(Files.readString(file())).isEqualTo(before);
        assertThat(scratchDatabases()).isZero();
    }

    @Test
    void migrationsAreAppliedToAnEmbeddedServerByDefault() throws IOException {
        Path migrations = migrations("1_a.sql", "CREATE TABLE a (id int)", "2_b.sql", "CREATE TABLE b (id int)");
        assertThat(run("--migrations", migrations.toString()))
                .as(err.toString())
                .isZero();
        assertThat(SnapshotJson.read(Files.readString(file())).tables()).hasSize(2);
    }

    @Test
    void onlyChosenSchemasAreDescribed() throws IOException {
        environment.put("PGPASSWORD", database.password());
        database.execute("CREATE SCHEMA a; CREATE SCHEMA b; CREATE SCHEMA c; CREATE TABLE b.t (); CREATE TABLE c.t ()");
        assertThat(run("--url", url(), "--schema", "a", "--schema", "b")).isZero();
        assertThat(SnapshotJson.read(Files.readString(file())).schemas()).containsExactly("a", "b");
        assertThat(run("--url", url(), "--schema", "aa")).isEqualTo(2);
        assertThat(err.toString()).contains("[SEED-1101] there is no schema \"aa\"; did you mean \"a\"?");
    }

    @Test
    void passwordComesFromFileBeforeAddressBeforeEnvironment() throws IOException {
        Path passwords = Files.writeString(folder.resolve("pw"), database.password() + "\r\nsecond line\n");
        environment.put("PGPASSWORD", "s3cr3t");
        String withWrong = url().replace("@", ":wrong@");
        assertThat(run("--url", withWrong, "--password-file", passwords.toString()))
                .isZero();
        assertFailure(
                2,
                "[SEED-4108] ",
                "--url",
                url(),
                "--password-file",
                folder.resolve("none").toString());
        err.getBuffer().setLength(0);
        int exit = run("--url", withWrong);
        assumeTrue(exit != 0, "the server asks for no password");
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .contains("[SEED-4102] ")
                .doesNotContain("s3cr3t")
                .doesNotContain("wrong");
    }

    @Test
    void addressesAndUserComeFromTheEnvironmentToo() throws IOException {
        Path password = Files.writeString(folder.resolve("pw"), database.password());
        environment.put("SEEDPLAN_URL", database.jdbcUrl());
        environment.put("SEEDPLAN_USER", database.user());
        environment.put("SEEDPLAN_PASSWORD_FILE", password.toString());
        assertThat(run()).as(err.toString()).isZero();
        environment.put("SEEDPLAN_SCRATCH_URL", database.jdbcUrl());
        Path migrations = migrations("1.sql", "CREATE TABLE only_there (id int)");
        assertThat(run("--migrations", migrations.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(file())).contains("only_there");
    }

    @Test
    void fileIsNamedByItsPathAmongTheResources() {
        assertThat(SourceTree.resourceName(Path.of("src/main/resources/db/a.json")))
                .isEqualTo("db/a.json");
        assertThat(SourceTree.resourceName(Path.of("/resources/app/src/test/resources/a.json")))
                .isEqualTo("a.json");
        assertThat(SourceTree.resourceName(Path.of("/resources/app/seedplan/schema.json")))
                .isEqualTo("seedplan/schema.json");
        assertThat(SourceTree.resourceName(Path.of("/resources/app/a.json"))).isEqualTo("a.json");
    }

    @Test
    void userWithoutPrivilegesReadsTheCatalogsAllTheSame() throws IOException {
        database.execute(
                "CREATE TABLE secret (id int); DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 'r'");
        environment.put("PGPASSWORD", "r");
        try {
            assertThat(run("--url", url(), "--user", "reader"))
                    .as(err.toString())
                    .isZero();
            assertThat(SnapshotJson.read(Files.readString(file())).tables()).hasSize(1);
            Path migrations = migrations("1.sql", "SELECT 1");
            assertThat(run("--migrations", migrations.toString(), "--scratch-url", url(), "--user", "reader"))
                    .isEqualTo(5);
            assertThat(err.toString()).startsWith("[SEED-4107] ").contains("permission denied to create database");
        } finally {
            database.execute("DROP ROLE reader");
        }
    }

    @Test
    void failuresHaveTheirExitCodesAndNoStackTrace() throws IOException {
        environment.put("PGPASSWORD", database.password());
        assertFailure(1, "[SEED-4101] ", "--url", "postgresql://127.0.0.1:1/db");
        assertFailure(1, "[SEED-4103] ", "--url", url() + "_not_there");
        assertFailure(2, "[SEED-4105] ", "--url", "mysql://h/db");
        assertFailure(
                2,
                "[SEED-1104] there is no folder ",
                "--migrations",
                folder.resolve("none").toString());
        assertFailure(2, "[SEED-1104] the folder ", "--migrations", folder.toString());
        Path migrations = migrations("1.sql", "");
        Files.write(migrations.resolve("2.sql"), new byte[] {'-', '-', (byte) 0xff});
        assertFailure(2, "[SEED-1104] the migration 2.sql is not UTF-8", "--migrations", migrations.toString());
        assertFailure(1, "[SEED-1108] cannot write ", "--url", url(), "--out", folder.toString());
    }

    @Test
    void wrongUsageIsExplained() {
        assertFailure(2, "[SEED-1102] give --url or --migrations, or set SEEDPLAN_URL; ");
        assertFailure(
                2, "[SEED-1102] unknown option --migration; did you mean \"--migrations\"?; ", "--migration", "x");
        assertFailure(2, "[SEED-1102] --url and --migrations exclude each other; ", "--url", "a", "--migrations", "b");
        assertFailure(2, "[SEED-1102] --scratch-url is for --migrations; ", "--url", "a", "--scratch-url", "b");
        assertFailure(2, "[SEED-1102] --source-root needs --package; ", "--url", "a", "--source-root", "b");
        assertFailure(2, "[SEED-1102] --package is no Java package: a-b; ", "--url", "a", "--package", "a-b");
        assertFailure(2, "[SEED-1102] the command takes no argument \"stray\"; ", "stray");
        assertFailure(2, "[SEED-1102] missing required parameter for option '--url'", "--url");
        assertThat(execute("snapshoot")).isEqualTo(2);
        assertThat(err.toString()).contains("unknown command snapshoot; did you mean \"snapshot\"?");
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("a command is missing; there are: snapshot");
    }

    @Test
    void debugShowsTheStackTrace() {
        assertThat(run("--debug", "--url", "mysql://h/db")).isEqualTo(2);
        assertThat(err.toString()).contains("\tat dev.seedplan.");
    }

    @Test
    void helpAndVersionEndWell() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: seedplan snapshot").contains("--scratch-url");
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).contains("seedplan ");
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("Commands:");
    }

    private void assertFailure(int exit, String message, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(exit);
        assertThat(err.toString()).startsWith(message).hasLineCount(1);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("snapshot"));
        if (!List.of(arguments).contains("--out")) {
            all.addAll(List.of("--out", file().toString()));
        }
        all.addAll(List.of(arguments));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        CommandLine line = SeedplanCommand.commandLine(environment, Path.of(""));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private String url() {
        return database.jdbcUrl().replace("jdbc:", "").replace("://", "://" + database.user() + "@");
    }

    private Path file() {
        return folder.resolve("src/main/resources/seedplan/schema.json");
    }

    private String sources() {
        return folder.resolve("src/main/java").toString();
    }

    private Path packageInfo() {
        return folder.resolve("src/main/java/blog/db/package-info.java");
    }

    private Path sourceFile(String packageName) {
        return folder.resolve("src/main/java").resolve(packageName).resolve("package-info.java");
    }

    private Path migrations(String... namesAndTexts) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            Files.writeString(migrations.resolve(namesAndTexts[i]), namesAndTexts[i + 1]);
        }
        return migrations;
    }

    private int scratchDatabases() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT count(*) FROM pg_database WHERE datname LIKE 'seedplan_scratch%'")) {
            result.next();
            return result.getInt(1);
        }
    }
}
