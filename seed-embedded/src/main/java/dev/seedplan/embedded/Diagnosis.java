package dev.seedplan.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a failed start means, read from the server's log and the launcher's exception. */
final class Diagnosis {

    private static final int LAST_LINES = 6;
    private static final long NO_SPACE = 1L << 20;

    private final String log;
    private final LaunchFailure failure;
    private final Path workingDirectory;

    Diagnosis(String log, LaunchFailure failure, Path workingDirectory) {
        this.log = log;
        this.failure = failure;
        this.workingDirectory = workingDirectory;
    }

    /** Whether another process took the port between our choice and the server's start; another port will do. */
    boolean portTaken() {
        return says("could not create any TCP/IP sockets", "Address already in use");
    }

    EmbeddedServerException explain() {
        if (says("No space left on device", "Disk quota exceeded") || diskIsFull()) {
            return Problem.DISK_FULL.because(
                    "PostgreSQL could not start: the disk of " + workingDirectory + " is full. Make room. Or: "
                            + WorkingDirectory.howToMove(),
                    failure);
        }
        if (says("cannot be run as root")) {
            return rootRefused();
        }
        // Signs of a program of another C library, of an older one, or of another processor. They come from the system
        // and
        // are the same in every language: names, numbers.
        if (says("GLIBC_", "ld-musl", "ld-linux", "error=2,", "error=8,", "Exec format error")) {
            return Problem.FOREIGN_BINARIES.because(
                    "This PostgreSQL cannot run on this machine: it was built for another C library or processor. "
                            + "Expected is " + Platform.current().coordinates()
                            + " (on Linux, glibc 2.27 or newer, or musl)." + lastWords(),
                    failure);
        }
        if (says("Permission denied", "error=13,") && says("initdb", "pg_ctl")) {
            return Problem.NO_EXECUTION.because(
                    "PostgreSQL may not be run from " + workingDirectory + ". " + WorkingDirectory.howToMove()
                            + lastWords(),
                    failure);
        }
        return Problem.NOT_STARTED.because(
                "PostgreSQL did not start: " + failure.getMessage() + rootCause() + "." + lastWords()
                        + " If it goes on, delete " + workingDirectory + " and try again.",
                failure);
    }

    static EmbeddedServerException rootRefused() {
        return Problem.ROOT.because(
                "PostgreSQL refuses to run as root, and this system does not let root drop its rights"
                        + " (\"unshare -U\", setpriv, runuser and su fail or are missing, or there is no user nobody)."
                        + " Run as an ordinary user: in a container with --user 1000, elsewhere with runuser -u SOMEBODY. Or give a server of your own by its URL.");
    }

    private boolean says(String... words) {
        String heard = log + failure.getMessage();
        return Arrays.stream(words).anyMatch(heard::contains);
    }

    private boolean diskIsFull() {
        try {
            return Files.getFileStore(workingDirectory).getUsableSpace() < NO_SPACE;
        } catch (IOException e) {
            return false;
        }
    }

    /** The launcher wraps what it met last, for instance that "localhost" is unknown. */
    private String rootCause() {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        return String.valueOf(failure.getMessage()).contains(message) ? "" : " (" + message + ")";
    }

    private String lastWords() {
        List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? ""
                : " It said: " + String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                        + ".";
    }
}
