package dev.seedplan.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that was started and has ended.
 *
 * @param exit its exit code
 * @param output what it wrote to both streams
 */
record Started(int exit, String output) {

    private static final int MINUTES = 5;

    static Started in(Path directory, List<String> command) {
        try {
            Path log = Files.createTempFile("seedplan-it", ".log");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
                builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly().waitFor();
                    throw new IllegalStateException("still running after " + MINUTES + " minutes: " + command);
                }
                return new Started(process.exitValue(), Files.readString(log, Charset.defaultCharset()));
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return the {@code java} this test runs on, for a command} */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
