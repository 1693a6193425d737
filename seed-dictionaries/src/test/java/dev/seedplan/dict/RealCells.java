package dev.seedplan.dict;

import dev.seedplan.Cell;
import dev.seedplan.Dict;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Surroundings;
import dev.seedplan.spi.TextOut;
import dev.seedplan.spi.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Cells over the dictionaries of this module, read in the plainest way. */
final class RealCells {

    private static final Map<Key, Lines> LISTS = new ConcurrentHashMap<>();

    private RealCells() {}

    /** {@return a cell of seed 2026 at row 0, in a column of that name} */
    static Cell in(String locale, String column) {
        Cell cell = new Cell(new Real(locale));
        cell.moveToColumn(Mix.combine(2026, column), Mix.combine(2027, column), -1);
        return row(cell, 0);
    }

    /** {@return the cell, moved to a row} */
    static Cell row(Cell cell, long row) {
        cell.moveToRow(Mix.mix(row), row);
        return cell;
    }

    /** {@return the lines of a dictionary, or null where the language has none} */
    static @Nullable List<String> lines(Dict dictionary, String locale) {
        try (InputStream in = RealCells.class.getResourceAsStream("/" + dictionary.resource(locale))) {
            return in == null
                    ? null
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Key(Dict dictionary, String locale) {}

    private record Real(String locale) implements Surroundings {

        @Override
        public long nowMicros() {
            return Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() * 1_000_000;
        }

        @Override
        public Words words(Dict dictionary, String language) {
            return LISTS.computeIfAbsent(new Key(dictionary, language), key -> {
                List<String> lines = lines(dictionary, language);
                return new Lines(lines != null ? lines : lines(dictionary, "en"));
            });
        }
    }

    private record Lines(List<String> lines) implements Words {

        @Override
        public int size() {
            return lines.size();
        }

        @Override
        public String text(int index) {
            return lines.get(index);
        }

        @Override
        public void write(int index, TextOut out) {
            byte[] bytes = lines.get(index).getBytes(StandardCharsets.UTF_8);
            out.utf8(bytes, 0, bytes.length);
        }
    }
}
