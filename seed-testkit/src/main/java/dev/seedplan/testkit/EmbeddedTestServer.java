package dev.seedplan.testkit;

import dev.seedplan.embedded.EmbeddedServer;

/** A server started from Maven artifacts; it stops by itself when the JVM ends. */
record EmbeddedTestServer(EmbeddedServer server) implements TestServer {

    static EmbeddedTestServer start() {
        return new EmbeddedTestServer(EmbeddedServer.start());
    }

    @Override
    public String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    @Override
    public String maintenanceDatabase() {
        return "postgres";
    }

    @Override
    public String user() {
        return server.user();
    }

    @Override
    public String password() {
        return server.password();
    }

    @Override
    public String where() {
        return "embedded";
    }
}
