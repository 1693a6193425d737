package dev.seedplan.runtime.internal.fill;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server says when it refuses a row. */
final class Refusal {

    /** Connection, resources, shutdown, retries and read-only: no row is to blame. */
    private static final List<String> NOT_ABOUT_ROWS = List.of("08", "25006", "25P0", "40", "53", "57", "58", "XX");

    private Refusal() {}

    /** {@return whether another row might be taken} */
    static boolean aboutRows(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return server(e) != null && NOT_ABOUT_ROWS.stream().noneMatch(state::startsWith);
    }

    /** {@return whether rows that come later cannot change it: a constraint is broken, or a trigger's function itself is} */
    static boolean isFinal(SQLException e) {
        ServerErrorMessage server = server(e);
        String state = String.valueOf(e.getSQLState());
        return isBroken(e) || (state.startsWith("23") && server != null && server.getConstraint() != null);
    }

    /** {@return whether a function or a rule of the schema is wrong: what it names does not exist, or may not be used} */
    static boolean isBroken(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("42");
    }

    static @Nullable ServerErrorMessage server(SQLException e) {
        return e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    }

    /** {@return the server's words in one line: message, detail, and the function that has spoken} */
    static String text(SQLException e) {
        ServerErrorMessage server = server(e);
        if (server == null) {
            return String.valueOf(e.getMessage());
        }
        StringBuilder text = new StringBuilder(String.valueOf(server.getMessage()));
        if (server.getDetail() != null) {
            text.append(" (").append(shortened(server.getDetail())).append(')');
        }
        String where = server.getWhere();
        if (where != null && where.startsWith("PL/")) {
            text.append(", in ").append(where.lines().findFirst().orElse(""));
        }
        return text.toString();
    }

    /** {@return the server's words without the values of the row} */
    static String words(SQLException e) {
        ServerErrorMessage server = server(e);
        return e.getSQLState() + " " + (server == null ? "" : server.getMessage());
    }

    private static String shortened(String detail) {
        String line = detail.replace('\n', ' ');
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }
}
