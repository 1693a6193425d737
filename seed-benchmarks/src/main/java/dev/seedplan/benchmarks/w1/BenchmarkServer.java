package dev.seedplan.benchmarks.w1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server that is measured: the one of {@code -Dbenchmark.host}, {@code .port} and {@code .user}, else one of Debian's
 * packages, started for the occasion with the settings of the reference measurement.
 */
public final class BenchmarkServer implements AutoCloseable {

    private static final String DEBIAN = "/usr/lib/postgresql";
    private static final String SETTINGS = "-c shared_buffers=2GB -c synchronous_commit=off -c wal_level=minimal"
            + " -c max_wal_senders=0 -c max_wal_size=8GB -c checkpoint_timeout=30min -c listen_addresses=localhost";

    private final String host;
    private final String port;
    private final String user;
    private final @Nullable Path binaries;
    private final @Nullable Path data;

    private BenchmarkServer(String host, String port, String user, @Nullable Path binaries, @Nullable Path data) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.binaries = binaries;
        this.data = data;
    }

    /** Starts it, or takes the one that is named. */
    public static BenchmarkServer start() throws IOException, InterruptedException {
        String host = System.getProperty("benchmark.host", "");
        if (!host.isEmpty()) {
            return new BenchmarkServer(
                    host,
                    System.getProperty("benchmark.port", "5432"),
                    System.getProperty("benchmark.user", "postgres"),
                    null,
                    null);
        }
        Path binaries = newestBinaries();
        Path data = Files.createTempDirectory("seedplan-benchmark-server");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        BenchmarkServer server = new BenchmarkServer("localhost", "54332", "postgres", binaries, data);
        Path cluster = data.resolve("cluster");
        server.control(
                binaries.resolve("initdb") + " -D " + cluster + " -U postgres -A trust -E UTF8 --locale=C.UTF-8");
        server.control(binaries.resolve("pg_ctl") + " -D " + cluster + " -l " + data.resolve("log") + " -w start -o '"
                + SETTINGS + " -c port=54332 -c unix_socket_directories=" + data + "'");
        return server;
    }

    private static Path newestBinaries() throws IOException {
        try (Stream<Path> versions = Files.list(Path.of(DEBIAN))) {
            return versions.max(Comparator.comparingInt(
                            path -> Integer.parseInt(path.getFileName().toString())))
                    .orElseThrow()
                    .resolve("bin");
        }
    }

    /** The server refuses to run as root. */
    private void control(String command) throws IOException, InterruptedException {
        List<String> line = "root".equals(System.getProperty("user.name"))
                ? List.of("su", "nobody", "-s", "/bin/sh", "-c", command)
                : List.of("/bin/sh", "-c", command);
        Path log = Path.of(String.valueOf(data)).resolve("control");
        // Not inherited: the server would keep our output open.
        int exit = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command + " failed:\n" + Files.readString(log));
        }
    }

    /** {@return what psql needs to connect to a database} */
    List<String> psql(String database, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "psql",
                "-X",
                "-q",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                host,
                "-p",
                port,
                "-U",
                user,
                "-d",
                database));
        line.addAll(List.of(more));
        return line;
    }

    /** {@return the JDBC URL of a database} */
    public String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?user=" + user;
    }

    @Override
    public void close() throws IOException {
        if (binaries == null || data == null) {
            return;
        }
        try {
            control(binaries.resolve("pg_ctl") + " -D " + data.resolve("cluster") + " -m immediate stop");
            control("rm -rf " + data.resolve("cluster"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
