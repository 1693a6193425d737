package dev.seedplan.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, empty database for one test or one test class; closing drops it.
 *
 * <p>All are on one server, which is started when the first is created and serves until the JVM ends: the one that {@code
 * SEEDPLAN_TEST_URL} ({@code -Dseedplan.test.url}) names by a superuser's URL, else one in Docker if an engine answers
 * within two seconds (image {@code -Dseedplan.test.image}, default {@code postgres:18-alpine}), else an embedded one.
 * {@code SEEDPLAN_TEST_DB} ({@code -Dseedplan.test.db}) set to {@code url}, {@code docker} or {@code embedded} takes that
 * one or fails. Which one it is, and its version, is printed once.
 */
public final class TestDatabase implements AutoCloseable {

    private static final int PART_OF_UUID = 12;

    private final TestServer server;
    private final String name;
    private final List<TestRole> roles = new ArrayList<>();
    private boolean closed;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /**
     * Creates an empty database from template1.
     *
     * @return the database, for the caller to close
     * @throws IllegalStateException if there is no server, or not the one that was asked for
     */
    public static TestDatabase create() {
        return createOn(SharedServer.get());
    }

    static TestDatabase createOn(TestServer server) {
        TestDatabase database = new TestDatabase(server, unique("test"));
        database.maintain(List.of("CREATE DATABASE " + database.name));
        return database;
    }

    /**
     * The database's name.
     *
     * @return small letters, digits and underscores, unique on the server
     */
    public String name() {
        return name;
    }

    /**
     * The database's address, without user and password.
     *
     * @return the JDBC URL
     */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /**
     * A superuser.
     *
     * @return its name
     */
    public String user() {
        return server.user();
    }

    /**
     * The superuser's password.
     *
     * @return the password; empty if a given server asks for none
     */
    public String password() {
        return server.password();
    }

    /**
     * The superuser's way in for code that takes a data source.
     *
     * @return a source of new connections, without a pool
     */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    /**
     * Opens a connection as the superuser.
     *
     * @return a connection the caller closes
     */
    public Connection connect() {
        return connect(new TestRole(user(), password()));
    }

    /**
     * Opens a connection as another role.
     *
     * @param role from {@link #createRole(String)}
     * @return a connection the caller closes
     */
    public Connection connect(TestRole role) {
        return connect(name, role);
    }

    /**
     * Runs statements as the superuser, in one transaction.
     *
     * @param sql one or several statements, separated by semicolons
     * @throws IllegalStateException with the server's words, if it refuses one
     */
    public void execute(String sql) {
        execute(name, List.of(sql));
    }

    /**
     * Asks the database as the superuser.
     *
     * @param sql one query
     * @return its rows, each a list of the columns' values as text, null for NULL
     * @throws IllegalStateException with the server's words, if it refuses the query
     */
    public List<List<@Nullable String>> query(String sql) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(Collections.unmodifiableList(row));
            }
            return rows;
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    /**
     * Creates a role that may log in; it is dropped with the database.
     *
     * @param options further ones of CREATE ROLE, such as {@code NOINHERIT} or {@code BYPASSRLS}; may be empty
     * @return the role, without any privilege in this database but those of PUBLIC
     */
    public TestRole createRole(String options) {
        TestRole role = new TestRole(unique("role"), UUID.randomUUID().toString());
        maintain(List.of("CREATE ROLE " + role.name() + " LOGIN PASSWORD '" + role.password() + "' " + options));
        roles.add(role);
        return role;
    }

    /**
     * The server's major version, for tests of what only some have.
     *
     * @return for example 18
     */
    public int serverMajorVersion() {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw refused("the version", e);
        }
    }

    /** Drops the database, whoever is still connected, and its roles; nothing happens the second time. */
    @Override
    public void close() {
        // PostgreSQL 12 does not know WITH (FORCE).
        List<String> statements = new ArrayList<>();
        statements.add("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        statements.add("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        statements.add("DROP DATABASE " + name);
        roles.forEach(role -> statements.add("DROP ROLE " + role.name()));
        if (!closed) {
            closed = true;
            maintain(statements);
        }
    }

    private void maintain(List<String> statements) {
        execute(server.maintenanceDatabase(), statements);
    }

    private void execute(String database, List<String> statements) {
        String current = "";
        try (Connection connection = connect(database, new TestRole(user(), password()));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                current = sql;
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw refused(current, e);
        }
    }

    private Connection connect(String database, TestRole role) {
        try {
            return DriverManager.getConnection(server.jdbcUrl(database), role.name(), role.password());
        } catch (SQLException e) {
            throw refused("a connection as " + role.name() + " to " + database, e);
        }
    }

    private static IllegalStateException refused(String what, SQLException e) {
        return new IllegalStateException("PostgreSQL refused " + what + ": " + e.getMessage(), e);
    }

    private static String unique(String kind) {
        String random = UUID.randomUUID().toString().replace("-", "").substring(0, PART_OF_UUID);
        return "seedplan_" + kind + "_" + random;
    }
}
