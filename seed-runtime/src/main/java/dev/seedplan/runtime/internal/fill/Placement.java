package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.exclusion.ExclusionRule;
import dev.seedplan.runtime.internal.partition.PartitionRows;
import dev.seedplan.runtime.internal.partition.PartitionTarget;
import dev.seedplan.runtime.internal.partition.PartitionTargets;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.Unfillable;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.TypeValues;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts the rows of a partitioned table where partitions are, and those under an exclusion constraint apart from each other. */
final class Placement implements FixedColumns {

    private final FillTable table;
    private final List<PartitionTarget> targets;
    private final @Nullable PartitionRows rows;
    private final List<Apart> exclusions;
    private final Set<Integer> governed = new TreeSet<>();

    private Placement(
            FillTable table, List<PartitionTarget> targets, @Nullable PartitionRows rows, List<Apart> exclusions) {
        this.table = table;
        this.targets = targets;
        this.rows = rows;
        this.exclusions = exclusions;
        exclusions.forEach(e -> e.rule().columns().forEach(c -> governed.add(table.indexOf(c))));
        for (PartitionTarget target : targets) {
            target.columns().keySet().forEach(c -> governed.add(table.indexOf(c)));
            target.hashes().forEach(h -> h.columns().forEach(c -> governed.add(table.indexOf(c))));
        }
        // Parents and sequences come first: where they miss the partitions the server says so.
        governed.removeIf(
                c -> table.column(c).sequenced() || table.references().stream().anyMatch(r -> r.has(c)));
    }

    /**
     * An exclusion constraint and where the new rows begin.
     *
     * @param first the index of the first of them, apart from the rows that are there
     */
    private record Apart(ExclusionRule rule, long first) {

        /**
         * {@return the rule of a constraint}
         *
         * @param held how many rows the table holds already
         * @param wanted how many more it gets
         */
        static Apart of(
                Constraint.Exclusion exclusion,
                FillTable table,
                Snapshot snapshot,
                FillOptions options,
                Connection connection,
                long held,
                long wanted)
                throws SQLException {
            ExclusionRule rule =
                    ExclusionRule.of(exclusion, table.table(), snapshot, options.at(), Math.max(1, held + wanted));
            if (held == 0 || rule.columns().isEmpty()) {
                return new Apart(rule, 0);
            }
            // Rows without an end, and values that are alike, tell nothing: rows of Seedplan took the first indexes.
            return new Apart(rule, rule.firstFree(connection, table.name()).orElse(held));
        }

        Map<String, Object> values(long row, Draws draws) {
            long place = rule.capacity() <= 0 ? row + first : (row + first) % rule.capacity();
            return rule.values(0, place, draws);
        }
    }

    /**
     * {@return the placement of a table's rows}
     *
     * @param connection to look at the rows that are there
     * @param held how many those are
     * @param wanted how many more the table gets
     * @throws Unfillable if it is partitioned and has no partition that takes rows
     */
    static FixedColumns of(
            FillTable table, Snapshot snapshot, FillOptions options, Connection connection, long held, long wanted)
            throws SQLException {
        List<Apart> exclusions = new ArrayList<>();
        for (Constraint constraint : table.table().constraints()) {
            if (constraint instanceof Constraint.Exclusion exclusion) {
                Apart apart = Apart.of(exclusion, table, snapshot, options, connection, held, wanted);
                if (!apart.rule().columns().isEmpty()) {
                    exclusions.add(apart);
                }
            }
        }
        if (table.table().kind() != Table.Kind.PARTITIONED) {
            return exclusions.isEmpty() ? FixedColumns.NONE : new Placement(table, List.of(), null, exclusions);
        }
        PartitionTargets targets = PartitionTargets.of(table.table(), snapshot);
        if (targets.targets().isEmpty()) {
            throw new Unfillable(String.join("; ", targets.reasons()) + "; --create-partitions makes one");
        }
        PartitionRows rows = new PartitionRows(table.table(), snapshot, new TypeValues(options.at()));
        return new Placement(table, targets.targets(), rows, exclusions);
    }

    @Override
    public boolean governs(int column) {
        return governed.contains(column);
    }

    @Override
    public void set(long row, Draws draws, @Nullable Object[] values) {
        if (rows != null) {
            PartitionTarget target = targets.get((int) draws.of("partition").below(targets.size()));
            rows.draw(target, draws.of("partition key"))
                    .ifPresent(key -> key.forEach((column, value) -> set(column, value, values)));
        }
        for (Apart apart : exclusions) {
            apart.values(row, draws.of("exclusion")).forEach((column, value) -> set(column, value, values));
        }
    }

    private void set(String column, @Nullable Object value, @Nullable Object[] values) {
        int place = table.indexOf(column);
        if (governed.contains(place) && values[place] == null) {
            values[place] = value;
        }
    }
}
