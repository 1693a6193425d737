package dev.seedplan.benchmarks.compatibility;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL on which scratch databases may be made.
 *
 * @param url JDBC URL of any database, as a role that may create databases, extensions and roles
 * @param version such as {@code 18.6}
 * @param extensions names of the extensions that can be created
 */
record Server(String url, String version, Set<String> extensions) {

    private static final String PREFIX = "compat_";

    static Server at(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            String version;
            try (ResultSet row =
                    statement.executeQuery("select split_part(current_setting('server_version'), ' ', 1)")) {
                row.next();
                version = row.getString(1);
            }
            Set<String> extensions = new TreeSet<>();
            try (ResultSet row = statement.executeQuery("select name from pg_available_extensions")) {
                while (row.next()) {
                    extensions.add(row.getString(1));
                }
            }
            return new Server(url, version, extensions);
        }
    }

    /** {@return a new database, named after a schema, empty or a copy of another} */
    DataSource create(String name, String template) throws SQLException {
        drop(name);
        execute("CREATE DATABASE " + PREFIX + name + " TEMPLATE "
                + (template.isEmpty() ? "template0 ENCODING 'UTF8'" : PREFIX + template));
        return source(PREFIX + name);
    }

    void drop(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + PREFIX + name + " WITH (FORCE)");
    }

    /** Ends what the connections to a database are doing. */
    void interrupt(String name) throws SQLException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + PREFIX + name + "'");
    }

    private DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setDatabaseName(database);
        return source;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
