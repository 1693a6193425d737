package dev.seedplan.testkit;

import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A server in a container. The only class that touches Testcontainers, whose own search for Docker takes seconds, prints
 * errors, and hangs at a socket that accepts and does not answer: it is loaded after our probe alone.
 */
final class DockerTestServer implements TestServer {

    private final PostgreSQLContainer container;
    private final String image;

    private DockerTestServer(PostgreSQLContainer container, String image) {
        this.container = container;
        this.image = image;
    }

    static DockerTestServer start(String image) {
        PostgreSQLContainer container = new PostgreSQLContainer(image);
        // What a test loads is thrown away: nothing need reach the disk.
        container.setCommand("postgres", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=300");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "seedplan-test-container-stop"));
        return new DockerTestServer(container, image);
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + container.getHost() + ":"
                + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
    }

    @Override
    public String maintenanceDatabase() {
        return container.getDatabaseName();
    }

    @Override
    public String user() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public String where() {
        return "Docker, " + image;
    }
}
