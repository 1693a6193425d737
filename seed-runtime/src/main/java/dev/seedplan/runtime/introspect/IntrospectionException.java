package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.ErrorCode;

/** A database cannot be read; the message is complete, with code, reason and remedy. */
public final class IntrospectionException extends RuntimeException {

    private final ErrorCode error;

    IntrospectionException(ErrorCode error, String what) {
        super(error.message(what));
        this.error = error;
    }

    /** {@return the error's entry in the catalogue: {@link IntrospectionError} or {@code ConnectionError.TOO_OLD}} */
    public ErrorCode error() {
        return error;
    }
}
