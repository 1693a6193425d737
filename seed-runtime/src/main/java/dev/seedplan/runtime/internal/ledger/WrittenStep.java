package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.internal.database.KeyRange;
import dev.seedplan.schema.QName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that were written together.
 *
 * @param step what wrote them, for example a row method's name; together with the table it names the addresses
 * @param table their table
 * @param first the number of the first row within the step, from 0
 * @param count how many; 0 where rows of the run were only changed, or a script was run
 * @param keyColumn a column that identifies the rows by keys of ours; null where there is none
 * @param keys the rows' keys in that column, in their order; empty without a key column
 * @param xids the ids of the transactions that wrote them, each as {@code xmin} shows it; the open one's is added when it is
 *     recorded
 * @param hash the sum of the rows' hashes
 */
public record WrittenStep(
        String step,
        QName table,
        long first,
        long count,
        @Nullable String keyColumn,
        List<KeyRange> keys,
        List<Long> xids,
        long hash) {

    /** Keeps the lists as they are now. */
    public WrittenStep {
        keys = List.copyOf(keys);
        xids = List.copyOf(xids);
    }

    /** Rows that were written in the open transaction. */
    public static WrittenStep of(
            String step,
            QName table,
            long first,
            long count,
            @Nullable String keyColumn,
            List<KeyRange> keys,
            long hash) {
        return new WrittenStep(step, table, first, count, keyColumn, keys, List.of(), hash);
    }

    /** Rows of the run that the open transaction changed: they stay ours. */
    public static WrittenStep changed(String step, QName table) {
        return new WrittenStep(step, table, 0, 0, null, List.of(), List.of(), 0);
    }

    /** {@return the row after the last} */
    public long end() {
        return first + count;
    }
}
