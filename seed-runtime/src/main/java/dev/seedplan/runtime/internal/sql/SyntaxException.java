package dev.seedplan.runtime.internal.sql;

/** Text that is no expression this package reads. The condition it stands in is left to the server. */
public final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SyntaxException(String problem, String sql, int at) {
        super(problem + " at character " + (at + 1) + " of " + sql);
    }
}
