package dev.seedplan.runtime.internal.load.deferral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The values of {@code --load}. */
public enum LoadMode {
    /** Constraints wait where that is faster and can be undone exactly. */
    AUTO,
    /** Constraints wait wherever they can be restored exactly, whatever the number of rows. */
    DEFERRED,
    /** Nothing but COPY: every constraint and index stays. */
    INPLACE;

    /** {@return the mode of that name, in small letters; empty if there is none} */
    public static Optional<LoadMode> named(String name) {
        return Arrays.stream(values()).filter(m -> m.text().equals(name)).findFirst();
    }

    /** {@return the name as the flag takes it} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
