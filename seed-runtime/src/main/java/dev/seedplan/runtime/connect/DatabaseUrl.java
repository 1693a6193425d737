package dev.seedplan.runtime.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * The address of a PostgreSQL database, with user and password where they are known.
 *
 * <p>Immutable. The password appears in no message, in no text and not in {@link #jdbcUrl()}.
 */
public final class DatabaseUrl {

    private final String hosts;
    private final String database;
    private final Map<String, String> parameters;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable Asking asking;

    /** Asks for a password, and keeps the answer for further connections. */
    private static final class Asking {

        private final Function<String, @Nullable String> question;
        private @Nullable String answer;

        Asking(Function<String, @Nullable String> question) {
            this.question = question;
        }
    }

    DatabaseUrl(
            String hosts,
            String database,
            Map<String, String> parameters,
            @Nullable String user,
            @Nullable String password) {
        this(hosts, database, parameters, user, password, null);
    }

    private DatabaseUrl(
            String hosts,
            String database,
            Map<String, String> parameters,
            @Nullable String user,
            @Nullable String password,
            @Nullable Asking asking) {
        this.asking = asking;
        this.hosts = hosts;
        this.database = database;
        this.parameters = new TreeMap<>(parameters);
        this.user = user;
        this.password = password;
    }

    /**
     * {@return the address that a text stands for}
     *
     * <p>Two forms are understood: {@code jdbc:postgresql:…} as the driver documents it, and
     * {@code postgresql://user:password@host:port/database?name=value} (also {@code postgres://}) as libpq documents it
     * and clouds print it, percent-encoded. The host is {@code localhost} and the port 5432 where they are left out, the
     * database is called like the user. libpq's parameters are translated where the driver calls them otherwise.
     *
     * @param text the address
     * @throws ConnectionException with {@link ConnectionError#BAD_URL} where it is none
     */
    public static DatabaseUrl parse(String text) {
        return DatabaseUrlText.parse(text);
    }

    /** {@return the address for {@code DriverManager} and pools, without user and password} */
    public String jdbcUrl() {
        String query = parameters.entrySet().stream()
                .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://" + hosts + "/" + encoded(database) + (query.isEmpty() ? "" : "?" + query);
    }

    /** {@return the user; null where none was given, and the driver takes the operating system's} */
    public @Nullable String user() {
        return user;
    }

    /** {@return the password; null where none was given} */
    public @Nullable String password() {
        return password;
    }

    /** {@return the name of the database; empty where none was given} */
    public String database() {
        return database;
    }

    /**
     * {@return the same address for another user}
     *
     * @param newUser the user's name
     */
    public DatabaseUrl withUser(String newUser) {
        return new DatabaseUrl(hosts, database, parameters, newUser, password, asking);
    }

    /**
     * {@return the same address with another password}
     *
     * @param newPassword the password
     */
    public DatabaseUrl withPassword(String newPassword) {
        return new DatabaseUrl(hosts, database, parameters, user, newPassword, asking);
    }

    /**
     * {@return the same server's address of another database}
     *
     * @param name the database's name
     */
    public DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(hosts, name, parameters, user, password, asking);
    }

    /**
     * {@return the same address, with what libpq's environment variables say where it says nothing itself: {@code PGUSER},
     * {@code PGPASSWORD}, {@code PGSSLMODE}, {@code PGSSLROOTCERT}, {@code PGSSLCERT}, {@code PGSSLKEY}, {@code
     * PGCONNECT_TIMEOUT}, {@code PGOPTIONS}}
     *
     * @param environment usually {@link System#getenv()}
     */
    public DatabaseUrl withDefaults(Map<String, String> environment) {
        Map<String, String> more = new TreeMap<>(parameters);
        LibpqNames.fromEnvironment(environment).forEach(more::putIfAbsent);
        return new DatabaseUrl(
                hosts,
                database,
                more,
                user == null ? environment.get("PGUSER") : user,
                password == null ? environment.get("PGPASSWORD") : password,
                asking);
    }

    /**
     * {@return the same address, with somebody who is asked when the server wants a password and none is known}
     *
     * @param question shows a text and takes the answer, null for none; asked once, however many connections are opened
     */
    public DatabaseUrl asking(Function<String, @Nullable String> question) {
        return new DatabaseUrl(hosts, database, parameters, user, password, new Asking(question));
    }

    /**
     * {@return the same address with a driver's property}
     *
     * @param name a property of the driver, for example {@code preferQueryMode}
     * @param value its value
     */
    public DatabaseUrl withParameter(String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new DatabaseUrl(hosts, database, more, user, password, asking);
    }

    /**
     * {@return an open connection, in autocommit}
     *
     * @throws ConnectionException where there is none
     */
    public Connection connect() {
        try {
            return connect(password == null && asking != null ? asking.answer : password);
        } catch (ConnectionException e) {
            String typed = password == null && asking != null && asking.answer == null && wantsPassword(e)
                    ? asking.question.apply("Password for " + this + ": ")
                    : null;
            if (typed == null || asking == null) {
                throw e;
            }
            asking.answer = typed;
            return connect(typed);
        }
    }

    /** The driver's own state for "no password was provided". */
    private static boolean wantsPassword(ConnectionException e) {
        return e.getCause() instanceof SQLException cause && "08004".equals(cause.getSQLState());
    }

    private Connection connect(@Nullable String secret) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (secret != null) {
            properties.setProperty("password", secret);
        }
        // The driver itself, not DriverManager: that looks among whatever drivers the class path holds.
        try {
            Connection connection = new Driver().connect(jdbcUrl(), properties);
            if (connection == null) {
                throw new ConnectionException(ConnectionError.BAD_URL, "the driver does not know " + this, null);
            }
            return connection;
        } catch (SQLException e) {
            throw ConnectionFailure.of(this, e);
        }
    }

    /** {@return the address for people: {@code user@host:port/database}, without the password} */
    @Override
    public String toString() {
        return (user == null ? "" : user + "@") + hosts + "/" + database;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
