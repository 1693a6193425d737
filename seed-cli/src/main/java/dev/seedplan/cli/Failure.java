package dev.seedplan.cli;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.connect.ConnectionException;
import dev.seedplan.runtime.introspect.IntrospectionException;

/**
 * How a command ends that could not do its work.
 *
 * @param message what to print
 * @param exit the exit code
 */
record Failure(String message, int exit) {

    static Failure of(Throwable thrown) {
        if (thrown instanceof CliException e) {
            return new Failure(String.valueOf(e.getMessage()), e.exit());
        } else if (thrown instanceof SeedException e) {
            return new Failure(String.valueOf(e.getMessage()), e.exitCode());
        } else if (thrown instanceof ConnectionException e) {
            return new Failure(String.valueOf(e.getMessage()), e.error().exitCode());
        } else if (thrown instanceof IntrospectionException e) {
            return new Failure(String.valueOf(e.getMessage()), e.error().exitCode());
        }
        String reason = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return new Failure(
                CliError.OWN_FAULT.message(thrown.getClass().getSimpleName() + reason), CliError.OWN_FAULT.exitCode());
    }
}
