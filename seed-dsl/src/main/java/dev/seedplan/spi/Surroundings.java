package dev.seedplan.spi;

import dev.seedplan.Dict;

/** What a cell needs besides its address: the plan's instant and dictionaries. The runtime provides it. */
public interface Surroundings {

    /** {@return the plan's instant in microseconds since 1970-01-01T00:00:00Z} */
    long nowMicros();

    /** {@return the plan's language, for example {@code en}} */
    String locale();

    /** {@return the dictionary in that language, or in English where the language has none} */
    Words words(Dict dictionary, String locale);
}
