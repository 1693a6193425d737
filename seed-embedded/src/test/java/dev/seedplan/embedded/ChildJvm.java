package dev.seedplan.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A JVM of a test's own, running {@link ServerInChild}. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it on this JVM's class path. */
    static ChildJvm start(Path directory) throws IOException {
        return start(List.of(), Map.of(), classPath(entry -> true), directory);
    }

    /** Starts it behind a command such as runuser, in a changed environment. */
    static ChildJvm start(List<String> before, Map<String, String> environment, String classPath, Path directory)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                ServerInChild.class.getName(),
                directory.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    static String classPath(Predicate<String> entry) {
        return String.join(File.pathSeparator, classPathEntries(entry));
    }

    static List<String> classPathEntries(Predicate<String> entry) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry)
                .toList();
    }

    /** All it printed up to and with the line that starts with {@code READY} or {@code FAILED}. */
    String answer() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith("READY") || line.startsWith("FAILED")) {
                break;
            }
        }
        return all.toString();
    }

    /** The data directory of its server; fails the test if none was started, or if anything else was printed. */
    Path ready() throws IOException {
        String answer = answer();
        if (!answer.startsWith("READY")) {
            throw new AssertionError("the child's server did not start: " + answer);
        }
        return Path.of(answer.strip().split(" ", 3)[2]);
    }

    void say(String word) throws IOException {
        try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(word + "\n");
        }
    }

    /** Lets nothing of it run any further: SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
