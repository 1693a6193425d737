package dev.seedplan.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The one server of this JVM, started when the first test asks for it. */
final class SharedServer {

    private static final String IMAGE = System.getProperty("seedplan.test.image", "postgres:18-alpine");

    private static @Nullable TestServer server;
    private static @Nullable String failure;

    private SharedServer() {}

    /** The server; if it could not start once, the same failure again, instead of a long wait per test. */
    static synchronized TestServer get() {
        if (failure != null) {
            throw new IllegalStateException("The tests have no PostgreSQL, as the first of them found: " + failure);
        }
        TestServer running = server;
        if (running == null) {
            try {
                running = start(ServerChoice.decide(
                        System::getProperty, System::getenv, () -> DockerProbe.answers(System::getenv)));
                System.out.println(describe(running));
            } catch (RuntimeException e) {
                failure = String.valueOf(e.getMessage());
                throw e;
            }
            server = running;
        }
        return running;
    }

    static TestServer start(ServerChoice choice) {
        return switch (choice.kind()) {
            case URL -> GivenTestServer.parse(String.valueOf(choice.url()));
            case EMBEDDED -> EmbeddedTestServer.start();
            case DOCKER -> startInDocker(choice.forced());
        };
    }

    static String describe(TestServer server) {
        String url = server.jdbcUrl(server.maintenanceDatabase());
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password())) {
            return "Tests run on PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + " ("
                    + server.where() + ")";
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "PostgreSQL (" + server.where() + ") refuses a connection: " + e.getMessage(), e);
        }
    }

    private static TestServer startInDocker(boolean forced) {
        try {
            return DockerTestServer.start(IMAGE);
        } catch (RuntimeException e) {
            if (forced) {
                throw e;
            }
            // An engine without the image and without a network is as good as none.
            System.out.println("Docker answers but starts no " + IMAGE + " (" + e.getMessage() + "): embedded instead");
            return EmbeddedTestServer.start();
        }
    }
}
