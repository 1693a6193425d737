package dev.seedplan.example.blog;

import dev.seedplan.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A throw-away database with the blog's migrations applied. */
final class BlogDatabase implements AutoCloseable {

    private static final List<String> MIGRATIONS = List.of(
            "V1__users", "V2__posts", "V3__tags", "V4__comments", "V5__post_labels_and_meta", "V6__subscribers",
            "V7__editors", "V8__profiles", "V9__reading_time", "V10__archive", "V11__indexes");

    private final EmbeddedServer server = EmbeddedServer.start();
    private final String url = server.createDatabase("blog");

    BlogDatabase() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String migration : MIGRATIONS) {
                statement.execute(resource("db/migration/" + migration + ".sql"));
            }
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, server.user(), server.password());
    }

    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(server.user());
        dataSource.setPassword(server.password());
        return dataSource;
    }

    EmbeddedServer server() {
        return server;
    }

    String url() {
        return url;
    }

    private static String resource(String name) {
        try (InputStream in = BlogDatabase.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
