package dev.seedplan.runtime;

import java.io.Serial;

/**
 * A run that could not be done. The message is complete: code, what is wrong, why, what to do.
 *
 * <pre>{@code
 * try {
 *   Seedplan.plan(BlogDemo.class).to(dataSource).run();
 * } catch (SeedException e) {
 *   if (e.exitCode() == SeedException.DRIFT) { … }
 * }
 * }</pre>
 */
public final class SeedException extends RuntimeException {

    /** Failed, nothing left behind; also: server unreachable, password wrong. */
    public static final int FAILED = 1;
    /** A flag, a value, or a plan class that is missing or was not processed. */
    public static final int USAGE = 2;
    /** The plan was compiled for another schema than the database has. */
    public static final int DRIFT = 3;
    /** Somebody else holds a lock that is needed. */
    public static final int LOCKED = 4;
    /** Refused before writing. */
    public static final int REFUSED = 5;
    /** Finished with rows or tables left out, listed with reasons. */
    public static final int LEFT_OUT = 6;
    /** Stopped part way; the ledger says how to go on or to take back. */
    public static final int STOPPED = 7;
    /** The connection was lost in COMMIT; the next run finds out. */
    public static final int UNKNOWN_OUTCOME = 8;

    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final int exitCode;

    /** Makes one; the runtime does. */
    public SeedException(String code, int exitCode, String message) {
        super(message);
        this.code = code;
        this.exitCode = exitCode;
    }

    /** Makes one with its cause; the runtime does. */
    public SeedException(String code, int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.exitCode = exitCode;
    }

    /** {@return the stable code, for example {@code SEED-4201}; docs/errors.md lists them} */
    public String code() {
        return code;
    }

    /** {@return the exit code a program ends with: one of the constants of this class} */
    public int exitCode() {
        return exitCode;
    }
}
