package dev.seedplan.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The embedded server could not be started or refused a statement.
 *
 * <p>The message reads {@code [SEED-47nn] what is wrong; why; what to do}; the cause, where there is one, is kept.
 */
public final class EmbeddedServerException extends RuntimeException {

    private final String code;

    EmbeddedServerException(String code, String text, @Nullable Throwable cause) {
        super("[" + code + "] " + text, cause);
        this.code = code;
    }

    /**
     * The stable code of what went wrong, as the message carries it.
     *
     * @return for example {@code SEED-4702}
     */
    public String code() {
        return code;
    }
}
