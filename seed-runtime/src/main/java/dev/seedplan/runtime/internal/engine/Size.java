package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.StepSpec.Source.Fixed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How large a run is: which of a plan's numbers it takes. */
public enum Size {
    /** The small numbers; a tenth of the others, rounded up. */
    SMALL,
    /** The plan's numbers. */
    MEDIUM,
    /** The large numbers; ten times the others. */
    LARGE;

    private static final long FACTOR = 10;

    /** {@return the size of that name; empty for none} */
    public static Optional<Size> named(String name) {
        return Arrays.stream(values()).filter(size -> size.text().equals(name)).findFirst();
    }

    /** {@return its name as flags write it} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    long of(Fixed rows) {
        return switch (this) {
            case SMALL -> rows.small() >= 0 ? rows.small() : (rows.rows() + FACTOR - 1) / FACTOR;
            case MEDIUM -> rows.rows();
            case LARGE -> rows.large() >= 0 ? rows.large() : Math.multiplyExact(rows.rows(), FACTOR);
        };
    }
}
