package dev.seedplan.runtime.internal.fill;

/** A table cannot be filled; the message is the reason, as a user reads it. */
final class Unfillable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unfillable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
