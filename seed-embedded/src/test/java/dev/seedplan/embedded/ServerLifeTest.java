package dev.seedplan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a server's life ends in one way or another: the unpacked programs, and nothing else. */
class ServerLifeTest {

    /** The name is one that programs stumble over. */
    @TempDir(factory = AwkwardDirectory.class)
    private static Path directory;

    @BeforeAll
    static void copy() throws IOException {
        UnpackedCopy.into(directory);
    }

    @Test
    void twoServersLiveSideBySide() throws Exception {
        EmbeddedServer first = EmbeddedServer.builder().directory(directory).start();
        ProcessHandle firstProcess = processOf(first.dataDirectory());
        try (EmbeddedServer second =
                EmbeddedServer.builder().directory(directory).start()) {
            assertThat(second.port()).isNotEqualTo(first.port());
            assertThat(second.password()).isNotEqualTo(first.password());
            first.createDatabase("x");
            first.close();
            Eventually.holds("the first server has ended", () -> hasEnded(firstProcess));
            assertThat(first.dataDirectory()).doesNotExist();
            String url = second.createDatabase("x");
            try (Connection connection = DriverManager.getConnection(url, second.user(), second.password())) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void closingDoesNotWaitForConnectionsAndIsFinal() throws Exception {
        EmbeddedServer server = EmbeddedServer.builder().directory(directory).start();
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password())) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("CREATE TABLE half_done (i int)");
            server.close();
        }
        assertThat(leftovers()).isEmpty();
        server.close();
        assertThatThrownBy(() -> server.createDatabase("x")).hasMessageStartingWith("[SEED-4710] ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKilledJvmLeavesNeitherProcessNorFiles() throws Exception {
        try (ChildJvm child = ChildJvm.start(directory)) {
            ProcessHandle server = processOf(child.ready());
            child.kill();
            Eventually.holds("the server has ended", () -> hasEnded(server));
            Eventually.holds("its files are gone", () -> leftovers().isEmpty());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aJvmKilledWhileItStartsTheServerLeavesNothing() throws Exception {
        try (ChildJvm child = ChildJvm.start(directory)) {
            Eventually.holds(
                    "initdb is at work",
                    () -> leftovers().stream().anyMatch(path -> Files.exists(path.resolve("base"))));
            child.kill();
            Eventually.holds("its files are gone", () -> leftovers().isEmpty());
        }
    }

    @Test
    void aJvmThatEndsWithoutClosingLeavesNothing() throws Exception {
        try (ChildJvm child = ChildJvm.start(directory)) {
            ProcessHandle server = processOf(child.ready());
            child.say("exit");
            child.awaitEnd();
            Eventually.holds("the server has ended", () -> hasEnded(server));
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTerminatedJvmLeavesNothing() throws Exception {
        try (ChildJvm child = ChildJvm.start(directory)) {
            ProcessHandle server = processOf(child.ready());
            child.terminate();
            Eventually.holds("the server has ended", () -> hasEnded(server));
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void aServerThatRefusesItsSettingsSaysSoAndLeavesNothing() throws Exception {
        EmbeddedServer.Builder wrong =
                EmbeddedServer.builder().directory(directory).setting("no_such_setting", "1");
        assertThatThrownBy(wrong::start)
                .hasMessageStartingWith("[SEED-4709] ")
                .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
        Eventually.holds("its files are gone", () -> leftovers().isEmpty());
    }

    @Test
    void anInterruptedStartLeavesNothing() throws Exception {
        Eventually.holds(
                "the servers of other tests are gone", () -> leftovers().isEmpty());
        Thread starter = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            try {
                Eventually.holds("initdb is at work", () -> !leftovers().isEmpty());
                starter.interrupt();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        interrupter.start();
        EmbeddedServer.Builder builder = EmbeddedServer.builder().directory(directory);
        assertThatThrownBy(builder::start).hasMessageStartingWith("[SEED-4711] ");
        assertThat(Thread.interrupted()).isTrue();
        interrupter.join();
        Eventually.holds("its files are gone", () -> leftovers().isEmpty());
    }

    private static ProcessHandle processOf(Path dataDirectory) throws Exception {
        List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
        return ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow();
    }

    /** Dead, or dead and not yet collected by the first process of this machine, which takes its time: it runs no program. */
    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }

    private static List<Path> leftovers() throws Exception {
        Path working = WorkingDirectory.prepare(directory);
        try (var files = Files.list(working)) {
            return files.filter(file -> !file.endsWith("server")).toList();
        }
    }
}
