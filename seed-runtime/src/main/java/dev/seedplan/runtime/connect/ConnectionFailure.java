package dev.seedplan.runtime.connect;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says what it means that a connection failed, from its SQLSTATE (PostgreSQL's manual, appendix A). */
final class ConnectionFailure {

    private ConnectionFailure() {}

    static ConnectionException of(DatabaseUrl url, SQLException e) {
        String reason = reason(e);
        return new ConnectionException(error(e.getSQLState()), "cannot connect to " + url + ": " + reason, e);
    }

    private static ConnectionError error(@Nullable String state) {
        String code = state == null ? "" : state;
        return switch (code) {
            // 08004 is the driver's for "no password given" and for a way to log in that it does not know.
            case "28P01", "28000", "08004" -> ConnectionError.REFUSED;
            case "3D000" -> ConnectionError.NO_DATABASE;
            case "42501" -> ConnectionError.NO_PRIVILEGE;
            default -> ConnectionError.UNREACHABLE;
        };
    }

    /** The driver's own "connection attempt failed" says nothing; its cause does. */
    private static String reason(SQLException e) {
        Throwable cause = e.getCause();
        String message = String.valueOf(e.getMessage());
        if (cause instanceof UnknownHostException) {
            message = "there is no host " + cause.getMessage();
        } else if (message.equals("The connection attempt failed.") && cause != null && cause.getMessage() != null) {
            message = cause.getMessage();
        }
        // The driver gives advice of its own after the first sentence, which ours says better.
        return message.replaceFirst("\\. Check that .*", "")
                .strip()
                .replaceAll("\\s*\\R\\s*", "; ")
                .replaceAll("\\.$", "");
    }
}
