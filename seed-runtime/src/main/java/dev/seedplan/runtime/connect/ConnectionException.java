package dev.seedplan.runtime.connect;

import org.jspecify.annotations.Nullable;

/** There is no way to a database; the message is complete, with code, reason and remedy, and holds no password. */
public final class ConnectionException extends RuntimeException {

    private final ConnectionError error;

    ConnectionException(ConnectionError error, String what, @Nullable Throwable cause) {
        super(error.message(what), cause);
        this.error = error;
    }

    /** {@return the error's entry in the catalogue} */
    public ConnectionError error() {
        return error;
    }
}
