package dev.seedplan.cli;

import dev.seedplan.runtime.connect.ConnectionError;
import java.sql.SQLException;

/** Says what it means that a server refuses a statement of ours. */
final class ServerRefusal {

    private ServerRefusal() {}

    static CliException of(String where, SQLException e) {
        boolean privilege = "42501".equals(e.getSQLState());
        String reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
        String what = "the server refuses a statement " + where + ": " + reason;
        return privilege
                ? new CliException(ConnectionError.NO_PRIVILEGE, ConnectionError.NO_PRIVILEGE.exitCode(), what, e)
                : new CliException(CliError.QUERY_REFUSED, what, e);
    }
}
