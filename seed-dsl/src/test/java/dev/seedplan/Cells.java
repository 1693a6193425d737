package dev.seedplan;

import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Surroundings;
import dev.seedplan.spi.TextOut;
import dev.seedplan.spi.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cells to try values at, over tiny dictionaries of made-up words. */
public final class Cells {

    /** The plan's instant of all cells. */
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final long COLUMN_KEY = Mix.combine(2026, "users.name");
    private static final long UNIQUE_KEY = Mix.combine(2026, "unique users.name");

    private Cells() {}

    /** {@return a cell in that language, in a column without a limit, at row 0} */
    public static Cell in(String locale) {
        return in(locale, -1);
    }

    /** {@return a cell in that language, in a column of that many characters, at row 0} */
    public static Cell in(String locale, int maxLength) {
        Cell cell = new Cell(new Small(locale));
        cell.moveToColumn(COLUMN_KEY, UNIQUE_KEY, maxLength);
        return row(cell, 0);
    }

    /** {@return the cell, moved to a row} */
    public static Cell row(Cell cell, long row) {
        cell.moveToRow(Mix.mix(row), row);
        return cell;
    }

    /** {@return the values of the first rows} */
    public static <T> List<T> values(Cell cell, int rows, Function<Cell, T> value) {
        List<T> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            values.add(value.apply(row(cell, row)));
        }
        return values;
    }

    /** {@return what a text writes} */
    public static String written(TextGen gen, Cell cell) {
        TextBuilder text = new TextBuilder();
        gen.write(cell, text);
        return text.toString();
    }

    private record Small(String locale) implements Surroundings {

        @Override
        public long nowMicros() {
            return NOW.getEpochSecond() * 1_000_000;
        }

        @Override
        public Words words(Dict dictionary, String language) {
            return new ThreeWords(language + (char) (dictionary.name().charAt(0) + 32));
        }
    }

    /** Words of one length without spaces, so that no two texts made of them can be the same. */
    private record ThreeWords(String stem) implements Words {

        @Override
        public int size() {
            return 3;
        }

        @Override
        public String text(int index) {
            return stem + (char) ('x' + index);
        }

        @Override
        public void write(int index, TextOut out) {
            byte[] bytes = text(index).getBytes(StandardCharsets.UTF_8);
            out.utf8(bytes, 0, bytes.length);
        }
    }
}
