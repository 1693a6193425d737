package dev.seedplan.runtime.internal.rules;

/** A table cannot be filled; the message is the reason, as a user reads it. */
public final class Unfillable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean full;

    public Unfillable(String reason) {
        this(reason, false);
    }

    private Unfillable(String reason, boolean full) {
        super(reason, null, false, false);
        this.full = full;
    }

    /** {@return that the rows which are there leave no room for more} */
    public static Unfillable full(String reason) {
        return new Unfillable(reason, true);
    }

    /** {@return whether the table holds all the rows it can} */
    public boolean isFull() {
        return full;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
