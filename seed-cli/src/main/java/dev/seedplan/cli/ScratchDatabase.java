package dev.seedplan.cli;

import dev.seedplan.runtime.connect.DatabaseUrl;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** An empty database for migrations, which is gone when it is closed. */
final class ScratchDatabase implements AutoCloseable {

    private final DatabaseUrl url;
    private final AutoCloseable server;

    private ScratchDatabase(DatabaseUrl url, AutoCloseable server) {
        this.url = url;
        this.server = server;
    }

    /** Makes one on a server of somebody's. */
    static ScratchDatabase on(DatabaseUrl server) {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        String name = "seedplan_scratch_" + HexFormat.of().formatHex(random);
        run(server, "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        Thread drop = new Thread(() -> drop(server, name));
        Runtime.getRuntime().addShutdownHook(drop); // an interrupted command must not leave a database behind
        return new ScratchDatabase(server.withDatabase(name), () -> {
            Runtime.getRuntime().removeShutdownHook(drop);
            drop(server, name);
        });
    }

    /** Makes one on a server of its own, from {@code seedplan-embedded.jar}. */
    static ScratchDatabase embedded() {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return new ScratchDatabase(server.database("scratch"), server);
    }

    /** {@return a connection in autocommit and simple query mode} */
    Connection connect() {
        return url.withParameter("preferQueryMode", "simple").connect();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the scratch database cannot be closed", e);
        }
    }

    private static void drop(DatabaseUrl server, String name) {
        run(server, "DROP DATABASE IF EXISTS " + name);
    }

    private static void run(DatabaseUrl url, String sql) {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw ServerRefusal.of("for the scratch database on " + url, e);
        }
    }
}
