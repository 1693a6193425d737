package dev.seedplan.runtime;

/**
 * A flag of every generated program, which is also a key of {@code seedplan.yaml}.
 *
 * @param name without dashes, for example {@code default-rows}
 * @param kind what follows it
 * @param about what it does, in one line
 */
public record SeedFlag(String name, Kind kind, String about) {

    /** What follows a flag. */
    public enum Kind {
        /** Nothing; {@code true} or {@code false} in a file. */
        SWITCH,
        /** One value. */
        VALUE,
        /** A value each time it is given; a list in a file. */
        LIST,
        /** {@code name=value} each time it is given; a map in a file. */
        PAIRS
    }
}
