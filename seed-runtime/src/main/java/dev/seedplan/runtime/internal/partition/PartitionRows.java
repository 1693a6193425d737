package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.TypeValues;
import dev.seedplan.runtime.internal.types.ValueSource;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Key columns of rows that go to chosen partitions. */
public final class PartitionRows {

    /** How often a key is drawn for each remainder of a hash, before it is given up. */
    private static final int ATTEMPTS = 64;

    private final Table table;
    private final Snapshot snapshot;
    private final TypeValues values;

    /**
     * Rows of one table.
     *
     * @param table a partitioned table
     * @param snapshot its snapshot
     * @param values for what no bound restricts
     */
    public PartitionRows(Table table, Snapshot snapshot, TypeValues values) {
        this.table = table;
        this.snapshot = snapshot;
        this.values = values;
    }

    /**
     * {@return values of the key columns that lead to a target, null for NULL; empty if none was found, which only a hash of
     * types that are not hashed here causes}
     *
     * @param target one of the table's
     * @param draws the row's
     */
    public Optional<SortedMap<String, @Nullable Object>> draw(PartitionTarget target, Draws draws) {
        int attempts = target.hashes().stream()
                .mapToInt(PartitionTarget.HashRule::modulus)
                .reduce(1, (a, b) -> a * b);
        for (int i = 0; i < (target.hashes().isEmpty() ? 1 : attempts * ATTEMPTS); i++) {
            SortedMap<String, @Nullable Object> row = row(target, draws.of(i));
            if (target.hashes().stream().allMatch(rule -> meets(rule, row))) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return whether a row made elsewhere goes to a target, as far as that can be said without the server}
     *
     * @param target one of the table's
     * @param row its key columns; null for NULL
     */
    public boolean accepts(PartitionTarget target, Map<String, ? extends @Nullable Object> row) {
        for (Map.Entry<String, KeyFact> column : target.columns().entrySet()) {
            Object value = row.get(column.getKey());
            KeyFact fact = column.getValue();
            if (value == null ? !fact.nullable() : !fact.admits(type(column.getKey()), value)) {
                return false;
            }
        }
        return target.hashes().stream().allMatch(rule -> meets(rule, row));
    }

    private SortedMap<String, @Nullable Object> row(PartitionTarget target, Draws draws) {
        SortedMap<String, @Nullable Object> row = new TreeMap<>();
        for (Map.Entry<String, KeyFact> column : target.columns().entrySet()) {
            row.put(column.getKey(), value(column.getKey(), column.getValue(), draws));
        }
        for (PartitionTarget.HashRule rule : target.hashes()) {
            for (String column : rule.columns()) {
                if (!row.containsKey(column)) {
                    row.put(column, value(column, KeyFact.ANYTHING, draws));
                }
            }
        }
        return row;
    }

    private @Nullable Object value(String column, KeyFact fact, Draws draws) {
        SqlType type = type(column);
        ValueSource usual = values.source(type)
                .orElseThrow(() -> new IllegalStateException("the key column " + column + " cannot be filled: "
                        + values.refusal(type).orElse("")));
        return new KeyValues(type, fact, usual).draw(draws.of(column));
    }

    private boolean meets(PartitionTarget.HashRule rule, Map<String, ? extends @Nullable Object> row) {
        List<SqlType> types = rule.columns().stream().map(this::type).toList();
        List<@Nullable Object> key = new ArrayList<>();
        rule.columns().forEach(column -> key.add(row.get(column)));
        return PartitionHash.accepts(rule, types, key).orElse(false);
    }

    private SqlType type(String column) {
        return SqlType.of(table.column(column).orElseThrow().type(), snapshot);
    }
}
