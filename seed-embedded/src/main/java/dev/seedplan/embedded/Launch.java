package dev.seedplan.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    /** Where the server listens. */
    static final String HOST = "127.0.0.1";

    private static final String WORKING_DIRECTORY_PROPERTY = "ot.epg.working-dir";
    private static final Duration START_WAIT = Duration.ofSeconds(30);

    /** For initdb, which the launcher waits for without a limit, and the start together. */
    private static final Duration WHOLE_WAIT = Duration.ofMinutes(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final String GAVE_UP = "pg_ctl: could not start server";

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
                    throw new LaunchFailure(
                            late ? "it took more than " + WHOLE_WAIT.toSeconds() + " s" : GAVE_UP, null);
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
            unpacked.give(files.password());
            unpacked.give(Files.createDirectory(files.data()));
            return configured().start();
        } finally {
            Files.deleteIfExists(files.password());
        }
    }

    private EmbeddedPostgres.Builder configured() throws IOException {
        // The launcher asks for the server at "localhost" and at Java's loopback address, which may be the one of IPv6.
        boolean ipv6 = InetAddress.getLoopbackAddress() instanceof Inet6Address;
        EmbeddedPostgres.Builder builder = builder()
                .setOverrideWorkingDirectory(unpacked.home().toFile())
                .setPgBinaryResolver(new KeyOnly(unpacked.archiveKey()))
                .setDataDirectory(files.data())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setErrorRedirector(Redirect.appendTo(files.log().toFile()))
                .setOutputRedirector(Redirect.appendTo(files.log().toFile()))
                .setPort(freePort())
                // These are initdb's options; a later --auth wins over the launcher's "-A trust".
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", files.password().toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", ipv6 ? HOST + ",::1" : HOST)
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

    /** {@link #HOST} as an address. */
    static InetAddress address() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, address())) {
            return socket.getLocalPort();
        }
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
