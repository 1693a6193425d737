package dev.seedplan.cli;

import dev.seedplan.schema.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A command ends here; the message is complete, with code, reason and remedy. */
final class CliException extends RuntimeException {

    private final int exit;

    CliException(CliError error, String what) {
        this(error, error.exit(), what, null);
    }

    CliException(CliError error, String what, @Nullable Throwable cause) {
        this(error, error.exit(), what, cause);
    }

    CliException(ErrorCode error, int exit, String what, @Nullable Throwable cause) {
        super(error.message(what), cause);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
