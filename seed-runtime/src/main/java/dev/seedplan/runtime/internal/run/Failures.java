package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.engine.EngineException;
import dev.seedplan.spi.ContentException;

/** Turns what the engine and the content modules throw into what a user catches. */
final class Failures {

    private Failures() {}

    static SeedException of(EngineException e) {
        return new SeedException(e.error().code(), e.error().exitCode(), String.valueOf(e.getMessage()), e);
    }

    static SeedException of(ContentException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf(']');
        String code = message.startsWith("[") && end > 0 ? message.substring(1, end) : "SEED-5000";
        return new SeedException(code, SeedException.REFUSED, message, e);
    }
}
