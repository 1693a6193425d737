package dev.seedplan.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One attempt to start a server with zonky's launcher: what it is told, and what it is spared.
 *
 * @param workingDirectory where the data directory goes
 * @param unpacked the server's programs
 * @param files the files of this one server
 * @param settings of the server, beyond those made here
 * @param password the superuser's
 */
record Launch(
        Path workingDirectory,
        UnpackedServer unpacked,
        ServerFiles files,
        Map<String, String> settings,
        String password) {

    private static final String WORKING_DIRECTORY_PROPERTY = "ot.epg.working-dir";
    private static final Duration START_WAIT = Duration.ofSeconds(30);

    /** For initdb, which the launcher waits for without a limit, and the start together. */
    private static final Duration WHOLE_WAIT = Duration.ofMinutes(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final String GAVE_UP = "pg_ctl: could not start server";
    private static final boolean CAN_DROP_RIGHTS = findOut();

    /**
     * Runs initdb, starts the server and waits until it answers.
     *
     * @throws LaunchFailure if it did not come to that; something may still run, and files may be there
     */
    EmbeddedPostgres run() throws LaunchFailure {
        FutureTask<EmbeddedPostgres> task = new FutureTask<>(this::start);
        Thread starter = new Thread(task, "seedplan-postgres-start");
        starter.setDaemon(true);
        starter.start();
        long deadline = System.nanoTime() + WHOLE_WAIT.toNanos();
        boolean late = false;
        while (true) {
            try {
                EmbeddedPostgres server = task.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (late || gaveUp()) {
                    close(server);
                    throw new LaunchFailure(late ? "it took more than " + WHOLE_WAIT.toSeconds() + " s" : GAVE_UP, null);
                }
                return server;
            } catch (TimeoutException e) {
                // The launcher does not ask whether the server it waits for still lives: an interrupt tells it.
                late |= System.nanoTime() > deadline;
                if (late || gaveUp()) {
                    starter.interrupt();
                }
            } catch (ExecutionException e) {
                throw new LaunchFailure(String.valueOf(e.getCause()), e.getCause());
            } catch (InterruptedException e) {
                starter.interrupt();
                Thread.currentThread().interrupt();
                throw Problem.INTERRUPTED.because("Starting PostgreSQL was interrupted.", e);
            }
        }
    }

    private EmbeddedPostgres start() throws IOException {
        WorkingDirectory.createPrivateFile(files.password());
        try {
            Files.writeString(files.password(), password);
            return configured().start();
        } finally {
            Files.deleteIfExists(files.password());
        }
    }

    private EmbeddedPostgres.Builder configured() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        EmbeddedPostgres.Builder builder = builder()
                .setOverrideWorkingDirectory(unpacked.home().toFile())
                .setPgBinaryResolver(new KeyOnly(unpacked.archiveKey()))
                .setDataDirectory(files.data())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setErrorRedirector(Redirect.appendTo(files.log().toFile()))
                .setOutputRedirector(Redirect.appendTo(files.log().toFile()))
                .setPort(freePort(loopback))
                // These are initdb's options; a later --auth wins over the launcher's "-A trust".
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", files.password().toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", loopback.getHostAddress())
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("full_page_writes", "off");
        settings.forEach(builder::setServerConfig);
        return builder;
    }

    /**
     * The launcher looks for abandoned data directories in a directory that only a system property names, and that is
     * otherwise shared with all its users on the machine.
     */
    private EmbeddedPostgres.Builder builder() {
        synchronized (Launch.class) {
            String before = System.getProperty(WORKING_DIRECTORY_PROPERTY);
            System.setProperty(WORKING_DIRECTORY_PROPERTY, workingDirectory.toString());
            try {
                return EmbeddedPostgres.builder();
            } finally {
                if (before == null) {
                    System.clearProperty(WORKING_DIRECTORY_PROPERTY);
                } else {
                    System.setProperty(WORKING_DIRECTORY_PROPERTY, before);
                }
            }
        }
    }

    private boolean gaveUp() {
        return files.logText().contains(GAVE_UP);
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            // The failure that led here is the one to tell; the files are deleted by whoever hears of it.
        }
    }

    private static int freePort(InetAddress loopback) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
            return socket.getLocalPort();
        }
    }

    /** Whether the launcher has a way to run PostgreSQL, which refuses root, for a user who is root. */
    static boolean canDropRights() {
        return CAN_DROP_RIGHTS;
    }

    /** The launcher finds out with a script that it deletes when the JVM ends, which never comes with {@code kill -9}. */
    private static boolean findOut() {
        Path directory = Path.of(System.getProperty("java.io.tmpdir", "."));
        Set<Path> before = scripts(directory);
        boolean can = LinuxUtils.isUnshareAvailable();
        Set<Path> after = scripts(directory);
        after.removeAll(before);
        for (Path script : after) {
            try {
                Files.deleteIfExists(script);
            } catch (IOException e) {
                // Someone else's, then: the directory is shared.
            }
        }
        return can;
    }

    private static Set<Path> scripts(Path directory) {
        Set<Path> scripts = new HashSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "detect_linux_distribution_*.sh")) {
            found.forEach(scripts::add);
        } catch (IOException e) {
            // Not listable: then the launcher's script stays, a few hundred bytes.
        }
        return scripts;
    }

    /** Never equal to another one: the launcher remembers a directory per resolver and would not look again. */
    private static final class KeyOnly implements PgBinaryResolver {
        private final byte[] key;

        KeyOnly(byte[] key) {
            this.key = key;
        }

        @Override
        public InputStream getPgBinary(String system, String machineHardware) {
            return new ByteArrayInputStream(key);
        }
    }
}
