package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.internal.database.KeyRange;
import dev.seedplan.schema.QName;
import java.util.List;

/**
 * Keys that a run has taken from a column's sequence.
 *
 * @param table the table whose rows get them
 * @param column the column
 * @param keys in the order of the rows; row {@code i} of the table gets the key number {@code i}
 */
public record KeyBlock(QName table, String column, List<KeyRange> keys) {

    /** Keeps the ranges as they are now. */
    public KeyBlock {
        keys = List.copyOf(keys);
    }

    /** {@return how many keys there are} */
    public long count() {
        return keys.stream().mapToLong(KeyRange::count).sum();
    }
}
