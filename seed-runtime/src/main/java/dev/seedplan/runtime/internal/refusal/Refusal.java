package dev.seedplan.runtime.internal.refusal;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.schema.ErrorCode;

/** An error that ends a run. */
public interface Refusal extends ErrorCode {

    /** {@return the exception for one case: {@code what} says in the database's words what is wrong} */
    default SeedException because(String what) {
        return new SeedException(code(), exitCode(), message(what));
    }

    /** {@return the exception for one case, with its cause} */
    default SeedException because(String what, Throwable cause) {
        return new SeedException(code(), exitCode(), message(what), cause);
    }
}
