package dev.seedplan.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A shell that waits at a pipe from this JVM and cleans up when the pipe breaks: the only thing that notices {@code kill
 * -9}, after which no shutdown hook runs.
 *
 * <p>Without a POSIX shell (Windows) there is none; then the next server started in the same directory stops and deletes
 * what it finds abandoned, once that is ten minutes old.
 */
final class Watchdog {

    /*
     * $1 is the data directory, the others are single files. A JVM killed during initdb or pg_ctl leaves these running:
     * they may still create what was just deleted, hence the rounds until two in a row found nothing. SIGQUIT ends a
     * server at once and lets it give back its shared memory and delete its own file; signals of a terminal go to the shell as well and must not
     * end it before its work is done.
     */
    private static final String SCRIPT = """
            trap '' HUP INT QUIT TERM
            if read -r word && [ "$word" = done ]; then exit 0; fi
            quiet=0
            for round in 1 2 3 4 5 6 7 8 9 10; do
              if [ -s "$1/postmaster.pid" ]; then
                pid=$(head -n 1 "$1/postmaster.pid")
                kill -QUIT "$pid"
                for try in 1 2 3 4 5 6 7 8 9 10; do
                  [ -e "$1/postmaster.pid" ] && kill -0 "$pid" || break
                  sleep 0.5 || sleep 1
                done
                [ -e "$1/postmaster.pid" ] && kill -KILL "$pid"
              fi
              if [ -e "$1" ]; then quiet=0; else quiet=$((quiet + 1)); fi
              rm -rf "$@"
              [ "$quiet" -ge 2 ] && exit 0
              sleep 0.5 || sleep 1
            done
            """;

    private final @Nullable Process shell;

    private Watchdog(@Nullable Process shell) {
        this.shell = shell;
    }

    static Watchdog over(ServerFiles files) {
        Path sh = Path.of("/bin/sh");
        if (!Files.isExecutable(sh)) {
            return new Watchdog(null);
        }
        try {
            return new Watchdog(new ProcessBuilder(
                            sh.toString(),
                            "-c",
                            SCRIPT,
                            "seedplan-postgres-watchdog",
                            files.data().toString(),
                            files.log().toString(),
                            files.password().toString())
                    .directory(Path.of("/").toFile())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            // Without it a server is as good as any other; only a killed JVM leaves it behind.
            return new Watchdog(null);
        }
    }

    /**
     * Lets it go.
     *
     * @param clean whether everything is gone already; otherwise it looks for itself, which takes it about a second that
     *     nobody waits for
     */
    void finish(boolean clean) {
        if (shell == null) {
            return;
        }
        try (OutputStream pipe = shell.getOutputStream()) {
            if (clean) {
                pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The pipe is broken, so the shell is awake or gone: both are what is wanted.
        }
    }
}
