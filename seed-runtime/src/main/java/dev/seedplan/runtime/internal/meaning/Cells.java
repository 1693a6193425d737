package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.Cell;
import dev.seedplan.Dict;
import dev.seedplan.Gen;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.words.Dictionaries;
import dev.seedplan.spi.Surroundings;
import dev.seedplan.spi.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Evaluates values of the catalogue at draws. Safe to share between threads. */
final class Cells implements Surroundings {

    private static final int TRIES = 4;

    private final long nowMicros;
    private final String locale;

    Cells(Instant now, String locale) {
        nowMicros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        this.locale = locale;
    }

    /** {@return the generator's value at the draws} */
    <T> T at(Gen<T> gen, Draws draws) {
        return at(gen, draws, -1);
    }

    /**
     * {@return the generator's text, one that fits where a few draws find one}
     *
     * @param maxLength in characters, -1 for no limit
     */
    String text(Gen<String> gen, Draws draws, int maxLength) {
        String text = at(gen, draws, maxLength);
        for (int n = 1; n < TRIES && maxLength >= 0 && text.length() > maxLength; n++) {
            text = at(gen, draws.of(n), maxLength);
        }
        return text;
    }

    private <T> T at(Gen<T> gen, Draws draws, int maxLength) {
        Cell cell = new Cell(this);
        cell.moveToRow(draws.key(), 0);
        cell.moveToColumn(0, 0, maxLength);
        return gen.at(cell);
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
        return Dictionaries.shared().words(dictionary, language);
    }
}
