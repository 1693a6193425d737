package dev.seedplan.runtime.internal.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much an event matters. */
public enum LogLevel {
    /** Every step of progress. */
    DEBUG,
    /** What a run does. */
    INFO,
    /** What somebody should look at. */
    WARN,
    /** Why a run ended. */
    ERROR;

    /** {@return the level of that name; empty for none} */
    public static Optional<LogLevel> named(String name) {
        return Arrays.stream(values()).filter(l -> l.text().equals(name)).findFirst();
    }

    /** {@return its name as flags write it} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
