package dev.seedplan.spi;

import java.io.Serial;

/** Content that is missing or does not parse; the message carries its code, the file and the line. */
public final class ContentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Makes one whose message is complete: {@code [SEED-5nnn] …}. */
    public ContentException(String message) {
        super(message);
    }

    /** Makes one with its cause. */
    public ContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
