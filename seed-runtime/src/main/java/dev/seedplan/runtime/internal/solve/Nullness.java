package dev.seedplan.runtime.internal.solve;

import org.jspecify.annotations.Nullable;

/** Whether a column is NULL. */
public enum Nullness {
    /** Either. */
    ANY,
    /** It must be. */
    NULL,
    /** It must not be. */
    NOT_NULL;

    /** {@return what both ask for, null where they contradict} */
    @Nullable
    Nullness and(Nullness other) {
        if (this == ANY || this == other) {
            return other;
        }
        return other == ANY ? this : null;
    }
}
