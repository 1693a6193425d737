package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.spi.Mix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of one table of a snapshot, for tests. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Table table;
    final Meanings meanings;
    private final MeaningValues values;

    Sample(Snapshot snapshot, String table, String locale) {
        this(snapshot, table, locale, Overrides.none());
    }

    Sample(Snapshot snapshot, String table, String locale, Overrides overrides) {
        this.table = snapshot.table(new QName("public", table)).orElseThrow();
        meanings = Meanings.of(this.table, snapshot, overrides);
        values = MeaningValues.of(meanings, NOW, locale);
    }

    MeaningValues values() {
        return values;
    }

    static Draws row(long seed, long ordinal) {
        return new Draws(Mix.combine(seed, ordinal));
    }

    static RowView at(long ordinal) {
        return new RowView() {
            @Override
            public long ordinal() {
                return ordinal;
            }
        };
    }

    @Nullable
    Object value(String column, long seed, long ordinal) {
        return values.value(column, row(seed, ordinal), at(ordinal));
    }

    <T> T the(Class<T> type, String column, long seed, long ordinal) {
        return type.cast(Objects.requireNonNull(value(column, seed, ordinal), column));
    }

    String text(String column, long seed, long ordinal) {
        return the(String.class, column, seed, ordinal);
    }

    /** {@return the rows as text, a line for each column with the values of the first rows} */
    String printed(long seed, int rows) {
        List<String> lines = new ArrayList<>();
        for (ColumnMeaning column : meanings.columns()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                cells.add(String.valueOf(value(column.column(), seed, i)));
            }
            lines.add(column.column() + " (" + column.meaning().key() + "): " + String.join(" | ", cells));
        }
        return String.join("\n", lines);
    }
}
