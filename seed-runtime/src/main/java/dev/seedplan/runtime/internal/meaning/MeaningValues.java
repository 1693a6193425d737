package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.Draws;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values a person believes for the columns of one table. Immutable and safe to share between threads.
 *
 * <p>A value is a function of the row's draws and of what its view says: the order in which columns are asked for does not
 * matter, and columns about one person, place or life of a row agree. A value keeps to the column's type and, where it can,
 * its length; it need not meet a CHECK or be unique.
 */
public final class MeaningValues {

    private final Map<String, Column> columns = new HashMap<>();

    /** A column with what makes its values. */
    private record Column(ColumnMeaning meaning, Maker maker) {}

    private MeaningValues(Meanings meanings, Makers makers) {
        meanings.columns().forEach(c -> columns.put(c.column(), new Column(c, makers.of(c))));
    }

    /**
     * {@return values for a table}
     *
     * @param now the run's instant: no time of the past is later
     * @param locale the language of names and places, one of the dictionaries'
     */
    public static MeaningValues of(Meanings meanings, Instant now, String locale) {
        return new MeaningValues(meanings, new Makers(meanings, new Cells(now, locale), now));
    }

    /**
     * {@return the column's value in the row, as package {@code types} holds it; null where its type alone should decide}
     *
     * @param row the row's draws, the same for all its columns
     * @param view what is decided of the row
     * @throws IllegalArgumentException if the table has no such column
     */
    public @Nullable Object value(String column, Draws row, RowView view) {
        Column c = find(column);
        return Fit.to(c.meaning().type(), c.maker().make(row, view));
    }

    /**
     * {@return whether the column is NULL in this row by nature, in a share {@link #nullRate} of the rows; false for NOT NULL}
     *
     * <p>Columns that belong together agree: an order that was delivered has been paid, what is marked as deleted has the
     * time at which it was.
     */
    public boolean isNull(String column, Draws row) {
        return Absence.of(find(column).meaning(), row);
    }

    /** {@return the share of rows in which the column is NULL by nature, 0 to 1; 0 for NOT NULL} */
    public double nullRate(String column) {
        return find(column).meaning().nullRate();
    }

    private Column find(String column) {
        Column c = columns.get(column);
        if (c == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return c;
    }
}
