package dev.seedplan.cli;

import dev.seedplan.schema.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A command ends here; the message is complete, with code, reason and remedy. */
public final class CliException extends RuntimeException {

    private final int exit;

    /** Makes one. */
    public CliException(CliError error, String what) {
        this(error, error.exitCode(), what, null);
    }

    /** Makes one with its cause. */
    public CliException(CliError error, String what, @Nullable Throwable cause) {
        this(error, error.exitCode(), what, cause);
    }

    CliException(ErrorCode error, int exit, String what, @Nullable Throwable cause) {
        super(error.message(what), cause);
        this.exit = exit;
    }

    private CliException(String message, Throwable cause) {
        super(message, cause);
        this.exit = CliError.EMBEDDED_SERVER_FAILED.exitCode();
    }

    /** {@return the failure of an embedded server that does not start, in its own words where it has a code} */
    static CliException embeddedServer(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.startsWith("[SEED-")
                ? new CliException(message, cause)
                : new CliException(
                        CliError.EMBEDDED_SERVER_FAILED,
                        "the embedded PostgreSQL does not start: "
                                + cause.getClass().getSimpleName() + ": " + message,
                        cause);
    }

    /** {@return the exit code of the command} */
    public int exit() {
        return exit;
    }
}
