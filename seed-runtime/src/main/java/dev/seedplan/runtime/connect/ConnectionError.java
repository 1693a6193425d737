package dev.seedplan.runtime.connect;

import dev.seedplan.schema.ErrorCode;
import dev.seedplan.schema.ErrorText;

/** What can be wrong on the way to a database (SEED-41xx). */
public enum ConnectionError implements ErrorCode {
    /** No server answers, or it takes nobody now. */
    UNREACHABLE(
            "SEED-4101", 1, "The server cannot be reached", "check host, port and network, and that the server runs"),
    /** The server does not let the user in. */
    REFUSED(
            "SEED-4102",
            1,
            "The server does not accept user and password",
            "check the user, and give the password by --password-file, PGPASSWORD or the address"),
    /** The server has no such database. */
    NO_DATABASE("SEED-4103", 1, "The database does not exist", "correct its name in the address, or create it"),
    /** The server is older than PostgreSQL 12. */
    TOO_OLD("SEED-4104", 5, "The server is too old", "use PostgreSQL 12 or newer"),
    /** What was given is no address of a PostgreSQL database. */
    BAD_URL(
            "SEED-4105",
            2,
            "The address of the database is not understood",
            "write jdbc:postgresql://host:port/database or postgresql://user@host:port/database"),
    /** The database takes no writes. */
    READ_ONLY("SEED-4106", 5, "The database is read-only", "connect to the primary server, with a user that may write"),
    /** The user may not do what is needed. */
    NO_PRIVILEGE("SEED-4107", 5, "The user lacks a privilege", "have it granted, or connect as another user"),
    /** The file with the password is not there, or may not be read. */
    NO_PASSWORD_FILE("SEED-4108", 2, "The password file cannot be read", "check the path given with --password-file"),
    /** A file of environment variables is not there, or holds something else. */
    BAD_DOTENV(
            "SEED-4109",
            2,
            "The dotenv file cannot be read",
            "check the path given with --env-file, and that each line is NAME=value");

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a number.
    private final ErrorText text;

    ConnectionError(String code, int exitCode, String summary, String remedy) {
        this.text = new ErrorText(code, exitCode, summary, remedy);
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
