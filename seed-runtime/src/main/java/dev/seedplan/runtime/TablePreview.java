package dev.seedplan.runtime;

import dev.seedplan.runtime.internal.run.TextTable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a table as a run or a fill would write them.
 *
 * @param table {@code schema.name}
 * @param columns the columns' names, without those the server computes
 * @param rows for each row the values as text, in the order of the columns; null for NULL
 * @param madeUp the columns whose values are made up since the plan does not set them
 * @param note why there are no rows; empty where there is nothing to say
 */
public record TablePreview(
        String table, List<String> columns, List<List<@Nullable String>> rows, Set<String> madeUp, String note) {

    /** {@return the rows as a table for people; long values are cut} */
    public String text() {
        return TextTable.rows(this);
    }
}
