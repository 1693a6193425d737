package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Dict;
import dev.seedplan.runtime.internal.words.Dictionaries;
import dev.seedplan.spi.Surroundings;
import dev.seedplan.spi.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The plan's instant, language and dictionaries, for its cells. */
final class PlanSurroundings implements Surroundings {

    private final long nowMicros;
    private final String locale;
    private final Dictionaries dictionaries = Dictionaries.shared();

    PlanSurroundings(Instant now, String locale) {
        nowMicros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        this.locale = locale;
    }

    @Override
    public long nowMicros() {
        return nowMicros;
    }

    @Override
    public String locale() {
        return locale;
    }

    @Override
    public Words words(Dict dictionary, String language) {
        return dictionaries.words(dictionary, language);
    }
}
