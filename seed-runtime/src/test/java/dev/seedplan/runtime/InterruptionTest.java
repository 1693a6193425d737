package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ctrl-C and SIGTERM, sent to a process that waits for a row somebody else holds. */
class InterruptionTest {

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void prepare() {
        database.execute(ShopPlanSeed.DDL);
        // The load stops at the products until the lock is given back.
        database.execute("create function wait() returns trigger language plpgsql as $$ begin"
                + " perform pg_advisory_xact_lock(4711); return null; end $$;"
                + " create trigger wait before insert on orders for each statement execute function wait()");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private record Ended(int exit, String output) {}

    private Ended interrupted(String signal, int times, String... flags) throws Exception {
        try (Connection holder = database.connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select pg_advisory_lock(4711)");
            Process process = start(flags);
            while (database.query(
                                    "select 1 from pg_locks where locktype = 'advisory' and not granted"
                                            + " and database = (select oid from pg_database where datname = current_database())")
                            .isEmpty()
                    && process.isAlive()) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < times; i++) {
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
            }
            String output = read(process);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), output);
        }
    }

    private Process start(String... flags) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath(),
                                InterruptedShop.class.getName(),
                                "--url",
                                database.jdbcUrl(),
                                "--user",
                                database.user()),
                        Arrays.stream(flags))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        return builder.start();
    }

    private static String read(Process process) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return out.lines().collect(Collectors.joining("\n"));
        }
    }

    private static String classPath() {
        // A console launcher loads tests with a loader of its own.
        return InterruptionTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private String ask(String query) {
        return String.valueOf(database.query(query).get(0).get(0));
    }

    private String locks() {
        return ask("select count(*) from pg_locks where locktype = 'advisory' and database ="
                + " (select oid from pg_database where datname = current_database())");
    }

    @Test
    void ctrlCLeavesNothingBehind() throws Exception {
        Ended ended = interrupted("INT", 1);
        assertThat(ended.exit()).as(ended.output()).isEqualTo(130);
        assertThat(ended.output()).contains("Stopping:", "[SEED-4232]", "run it again");
        assertThat(ask("select count(*) from customers")).isEqualTo("0");
        assertThat(locks()).isEqualTo("0");
    }

    @Test
    void afterCommittedPartsItSaysHowToGoOn() throws Exception {
        Ended ended = interrupted("TERM", 1, "--no-atomic");
        assertThat(ended.exit()).as(ended.output()).isEqualTo(7);
        assertThat(ended.output()).contains("run it again to go on");
        assertThat(ask("select count(*) from customers")).isEqualTo("40");
        assertThat(locks()).isEqualTo("0");
    }

    @Test
    void sigtermEndsAsShellsExpect() throws Exception {
        assertThat(interrupted("TERM", 1).exit()).isEqualTo(143);
    }
}
