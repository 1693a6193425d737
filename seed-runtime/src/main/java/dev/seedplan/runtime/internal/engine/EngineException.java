package dev.seedplan.runtime.internal.engine;

import java.io.Serial;
import java.util.Locale;

/** A plan whose rows cannot be computed; the message is complete. */
public final class EngineException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final EngineError error;

    EngineException(EngineError error, Object... arguments) {
        super(message(error, arguments));
        this.error = error;
    }

    EngineException(Throwable cause, EngineError error, Object... arguments) {
        super(message(error, arguments), cause);
        this.error = error;
    }

    /** {@return what is wrong} */
    public EngineError error() {
        return error;
    }

    private static String message(EngineError error, Object... arguments) {
        return error.message(String.format(Locale.ROOT, error.template(), arguments));
    }
}
