package dev.seedplan.runtime.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a database is for, from the least caution to the most. */
public enum Environment {
    /** One person's, to be thrown away. */
    DEVELOPMENT,
    /** For tests, made by machines. */
    TEST,
    /** Shared by people who would miss its rows. */
    STAGING,
    /** The real thing. */
    PRODUCTION;

    /** {@return the environment of that name; empty for none} */
    public static Optional<Environment> named(String name) {
        return Arrays.stream(values()).filter(e -> e.text().equals(name)).findFirst();
    }

    /** {@return all names} */
    public static List<String> names() {
        return Arrays.stream(values()).map(Environment::text).toList();
    }

    /** {@return its name as flags write it} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the one that asks for more caution} */
    public Environment max(Environment other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
