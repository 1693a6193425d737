package dev.seedplan.benchmarks.w1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A server, a database on it that is made anew before each measurement, and the files that psql reads. */
final class Workbench implements AutoCloseable {

    static final List<String> TABLES = List.of("users", "tags", "posts", "post_tags");

    private static final String DATABASE = "seedplan_benchmark";
    private static final List<String> SCRIPTS = List.of(
            "schema.sql",
            "inplace.sql",
            "best.sql",
            "drop.sql",
            "add.sql",
            "two-posts.sql",
            "two-others.sql",
            "two-keys.sql");

    private final BenchmarkServer server;
    private final Path folder;
    private final Timings timings = new Timings();

    Workbench() throws IOException, InterruptedException {
        server = BenchmarkServer.start();
        folder = Files.createTempDirectory("seedplan-w1");
        for (String script : SCRIPTS) {
            try (InputStream in = Objects.requireNonNull(Workbench.class.getResourceAsStream("/w1/" + script))) {
                Files.copy(in, folder.resolve(script));
            }
        }
        run(server.psql("postgres", "-c", "drop database if exists " + DATABASE, "-c", "create database " + DATABASE));
    }

    Timings timings() {
        return timings;
    }

    /** Where psql runs. */
    Path folder() {
        return folder;
    }

    /** {@return the database's JDBC URL} */
    String url() {
        return server.url(DATABASE);
    }

    /** {@return a psql on the database} */
    List<String> psql(String... more) {
        return server.psql(DATABASE, more);
    }

    String version() throws IOException, InterruptedException {
        return run(server.psql("postgres", "-c", "select version()")).strip();
    }

    /** Makes the database anew, with the schema of W1, and a checkpoint. */
    void reset() throws IOException, InterruptedException {
        run(server.psql("postgres", "-c", "drop database " + DATABASE, "-c", "create database " + DATABASE));
        run(psql("-f", "schema.sql", "-c", "checkpoint"));
    }

    /** Empties the database and gives it another schema. */
    void empty(String ddl) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("other-schema.sql"), ddl);
        run(server.psql("postgres", "-c", "drop database " + DATABASE, "-c", "create database " + DATABASE));
        run(psql("-f", script.toString(), "-c", "checkpoint"));
    }

    /** Loads W1 once by a command and writes its rows into the files that psql copies. */
    void files(List<String> command) throws IOException, InterruptedException {
        reset();
        run(command);
        for (String table : TABLES) {
            run(psql("-c", "\\copy " + table + " to '" + table + ".bin' (format binary)"));
        }
    }

    /** {@return the command that runs the plan} */
    List<String> plan(long users, String... flags) {
        List<String> arguments = new ArrayList<>(List.of("--url", url(), "--rows", "users=" + users));
        arguments.addAll(List.of(flags));
        return java("dev.seedplan.benchmarks.w1.W1PlanSeed", arguments.toArray(String[]::new));
    }

    static List<String> java(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        String options = System.getProperty("benchmark.java.options", "");
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split(" ")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Measures a command. */
    void time(String variant, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        run(command);
        add(variant, start);
    }

    /** Adds what was measured since a moment. */
    void add(String variant, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        timings.add(variant, seconds);
        System.out.printf(Locale.ROOT, "%-58s %8.3f%n", variant, seconds);
    }

    Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    String run(List<String> command) throws IOException, InterruptedException {
        return output(command, start(command));
    }

    /** {@return what a process printed, once it has ended} */
    String output(List<String> command, Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
        }
        return output;
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
