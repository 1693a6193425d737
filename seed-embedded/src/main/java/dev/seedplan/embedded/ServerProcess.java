package dev.seedplan.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One server from before its first file until nothing of it is left. */
final class ServerProcess implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final int PROBE_MILLIS = 500;

    private final ServerFiles files;
    private final Watchdog watchdog;
    private final Thread hook = new Thread(this::end, "seedplan-postgres-end");
    private @Nullable EmbeddedPostgres server;
    private boolean ended;

    private ServerProcess(ServerFiles files) {
        this.files = files;
        this.watchdog = Watchdog.over(files);
    }

    /** Starts a server; what failed but may be mended (a taken port, a damaged unpacked server) is tried again. */
    static ServerProcess start(
            Path workingDirectory, UnpackedServer unpacked, Map<String, String> settings, String password) {
        for (int attempt = 1; ; attempt++) {
            unpacked.prepare();
            ServerProcess process = new ServerProcess(ServerFiles.in(workingDirectory));
            boolean started = false;
            try {
                process.launch(new Launch(workingDirectory, unpacked, process.files, settings, password));
                started = true;
                return process;
            } catch (LaunchFailure e) {
                Diagnosis diagnosis = new Diagnosis(process.files.logText(), e, workingDirectory);
                boolean worthAnotherTry = diagnosis.portTaken() || (attempt == 1 && unpacked.mend());
                if (!worthAnotherTry || attempt == ATTEMPTS) {
                    throw diagnosis.explain();
                }
            } finally {
                if (!started) {
                    process.close();
                }
            }
        }
    }

    int port() {
        EmbeddedPostgres running = server;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running.getPort();
    }

    Path dataDirectory() {
        return files.data();
    }

    private void launch(Launch launch) throws LaunchFailure {
        Runtime.getRuntime().addShutdownHook(hook);
        EmbeddedPostgres started = launch.run();
        synchronized (this) {
            server = started;
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook finds that there is nothing left to do.
        }
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        Optional<ProcessHandle> process = files.process();
        EmbeddedPostgres running = server;
        try {
            if (running == null) {
                process.ifPresent(files::end);
            } else {
                running.close();
                if (answers(running.getPort())) {
                    // The launcher's patience is 5 s, and it deletes the data however that ended.
                    process.ifPresent(ProcessHandle::destroyForcibly);
                }
            }
            files.delete();
            watchdog.finish(running != null);
        } catch (IOException e) {
            // Files in use, or coming back: the watchdog has the patience, and else the next start in this directory.
            watchdog.finish(false);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Launch.address(), port), PROBE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
