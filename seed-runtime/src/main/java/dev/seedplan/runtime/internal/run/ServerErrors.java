package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.connect.ConnectionError;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns what the driver throws into one of our errors, by SQLSTATE. */
public final class ServerErrors {

    private ServerErrors() {}

    /** {@return the error for an exception of the driver} */
    public static SeedException translate(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String message = message(e);
        return switch (state) {
            case "25006" -> of(ConnectionError.READ_ONLY, message, e);
            case "42501" -> of(ConnectionError.NO_PRIVILEGE, message, e);
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? of(ConnectionError.UNREACHABLE, "the connection was lost: " + message, e)
                        : RunError.SERVER_FAILED.because(message, e);
        };
    }

    /** {@return the error for a database that cannot be reached or used} */
    public static SeedException of(ConnectionError error, String what, @Nullable Throwable cause) {
        return cause == null
                ? new SeedException(error.code(), error.exitCode(), error.message(what))
                : new SeedException(error.code(), error.exitCode(), error.message(what), cause);
    }

    /** {@return the server's own words with its detail and hint, or the driver's} */
    static String message(SQLException e) {
        ServerErrorMessage server = server(e);
        if (server == null) {
            String text = String.valueOf(e.getMessage()).strip();
            // The driver gives no answer when the server asks for a password and there is none.
            return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        }
        StringBuilder text = new StringBuilder(String.valueOf(server.getMessage()));
        if (server.getDetail() != null) {
            text.append(": ").append(withoutStop(server.getDetail()));
        }
        if (server.getHint() != null) {
            text.append(" (").append(withoutStop(server.getHint())).append(')');
        }
        return text.toString();
    }

    static @Nullable ServerErrorMessage server(SQLException e) {
        return e instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
