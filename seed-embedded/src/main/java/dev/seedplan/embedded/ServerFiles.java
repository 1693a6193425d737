package dev.seedplan.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The files of one server.
 *
 * @param data its data directory; a direct child of the working directory, where the launcher looks for those that a
 *     killed JVM left behind
 * @param log what initdb, pg_ctl and the server print
 * @param password the password for initdb; deleted before the server is handed out
 */
record ServerFiles(Path data, Path log, Path password) {

    private static final int LOG_LIMIT = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    static ServerFiles in(Path workingDirectory) {
        String name = UUID.randomUUID().toString();
        return new ServerFiles(
                workingDirectory.resolve(name),
                workingDirectory.resolve(name + ".log"),
                workingDirectory.resolve(name + ".pw"));
    }

    /** The server's first process, if it has come so far and is still alive. */
    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(processFile(), StandardCharsets.ISO_8859_1);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).trim())).filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The end of the log, as far as it can be read. */
    String logText() {
        try {
            byte[] bytes = Files.readAllBytes(log);
            int from = Math.max(0, bytes.length - LOG_LIMIT);
            return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Deletes everything. */
    void delete() throws IOException {
        Directories.delete(data);
        Files.deleteIfExists(log);
        Files.deleteIfExists(password);
    }

    /** Ends the server, at first gently. */
    void end(ProcessHandle process) {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            ended(process);
        }
    }

    /*
     * The server's last act is to delete its own file. The process may seem to live long after that: where the first
     * process of a container does not collect the dead, for ever.
     */
    private boolean ended(ProcessHandle process) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && Files.exists(processFile())) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private Path processFile() {
        return data.resolve("postmaster.pid");
    }
}
