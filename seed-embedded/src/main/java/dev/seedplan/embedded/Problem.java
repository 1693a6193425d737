package dev.seedplan.embedded;

import org.jspecify.annotations.Nullable;

/** Everything that can go wrong here, with the stable code that its message carries. */
enum Problem {
    /** There is no server for this operating system or processor. */
    UNKNOWN_PLATFORM("SEED-4701"),
    /** The artifact with the server for this platform is not on the class path. */
    NO_BINARIES("SEED-4702"),
    /** Two different servers for this platform are on the class path. */
    TWO_BINARIES("SEED-4703"),
    /** The directory for the server's files cannot be used, or is not ours alone. */
    DIRECTORY("SEED-4704"),
    /** Programs may not be run from the directory for the server's files. */
    NO_EXECUTION("SEED-4705"),
    /** PostgreSQL refuses to run as root and rights cannot be dropped. */
    ROOT("SEED-4706"),
    /** No room for the server's files. */
    DISK_FULL("SEED-4707"),
    /** The server was built for another C library or processor. */
    FOREIGN_BINARIES("SEED-4708"),
    /** The server did not start for another reason. */
    NOT_STARTED("SEED-4709"),
    /** The running server refused a statement. */
    REFUSED("SEED-4710"),
    /** The thread was interrupted while the server started. */
    INTERRUPTED("SEED-4711");

    private final String code;

    Problem(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The exit code of a command that cannot go on without the server: failed, nothing left behind. */
    int exitCode() {
        return 1;
    }

    EmbeddedServerException because(String text) {
        return because(text, null);
    }

    EmbeddedServerException because(String text, @Nullable Throwable cause) {
        return new EmbeddedServerException(code, text, cause);
    }
}
