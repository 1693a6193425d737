package dev.seedplan.testkit;

/** A running PostgreSQL with a superuser to use. */
interface TestServer {

    /** The address of one of its databases, without user and password. */
    String jdbcUrl(String database);

    /** A database that exists, to connect to when others are created or dropped. */
    String maintenanceDatabase();

    String user();

    String password();

    /** Where it runs, in a few words, for the line that says which server is used. */
    String where();
}
