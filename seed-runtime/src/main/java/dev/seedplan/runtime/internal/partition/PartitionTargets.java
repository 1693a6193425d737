package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ways from a partitioned table to the partitions that hold its rows.
 *
 * @param targets by partition, in the order of the snapshot; empty where no row can be inserted
 * @param reasons why there are none, or why some partitions are left out, in the server's words where it has some
 */
public record PartitionTargets(List<PartitionTarget> targets, List<String> reasons) {

    /**
     * {@return the ways into a partitioned table}
     *
     * @param table a partitioned table of the snapshot that is no partition itself
     * @param snapshot holds its partitions
     */
    public static PartitionTargets of(Table table, Snapshot snapshot) {
        Reader reader = new Reader(snapshot);
        reader.table(table, new PartitionTarget(table.name(), Collections.emptySortedMap(), List.of()));
        if (reader.targets.isEmpty() && reader.reasons.isEmpty()) {
            reader.reasons.add(none(table));
        }
        return new PartitionTargets(List.copyOf(reader.targets), List.copyOf(reader.reasons));
    }

    private static String none(Table table) {
        return "no partition of relation \"" + table.name().name() + "\": it is partitioned by " + table.partitioning()
                + " and has none";
    }

    /** A partition with its bound. */
    private record Partition(Table table, PartitionBound bound) {

        QName name() {
            return table.name();
        }
    }

    /** Walks down the partitions, collecting what holds on the way. */
    private static final class Reader {

        private final Snapshot snapshot;
        private final List<PartitionTarget> targets = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        Reader(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        void table(Table table, PartitionTarget above) {
            if (table.kind() == Table.Kind.FOREIGN) {
                reasons.add("the partition " + table.name() + " is a foreign table");
                return;
            } else if (table.kind() != Table.Kind.PARTITIONED) {
                targets.add(new PartitionTarget(table.name(), above.columns(), above.hashes()));
                return;
            }
            List<Partition> partitions = snapshot.tables().stream()
                    .filter(other -> table.name().equals(other.partitionOf()))
                    .map(other -> new Partition(other, PartitionBound.parse(String.valueOf(other.partitionBound()))))
                    .toList();
            if (partitions.isEmpty()) {
                reasons.add(none(table));
                return;
            }
            PartitionKey key = PartitionKey.of(table, snapshot);
            if (key.strategy().equals("HASH")) {
                hash(table, key, partitions, above);
            } else {
                valued(table, key, partitions, above);
            }
        }

        private void valued(Table table, PartitionKey key, List<Partition> partitions, PartitionTarget above) {
            Partition first = partitions.get(0);
            if (partitions.size() == 1 && first.bound() instanceof PartitionBound.Default) {
                table(first.table(), above);
                return;
            }
            Optional<PartitionKey.Part> odd = key.parts().stream()
                    .filter(part -> part.expression().isEmpty())
                    .findFirst();
            if (odd.isPresent()) {
                reasons.add(table.name() + " is partitioned by the expression "
                        + odd.get().sql() + ", of which no argument is known that gives a bound");
                return;
            }
            List<KeyExpression> expressions = key.parts().stream()
                    .map(part -> part.expression().orElseThrow())
                    .toList();
            LevelFacts facts = new LevelFacts(
                    expressions.stream().map(KeyExpression::type).toList(),
                    partitions.stream().map(Partition::bound).toList());
            for (Partition partition : partitions) {
                int before = targets.size() + reasons.size();
                for (List<KeyFact> alternative : facts.of(partition.bound())) {
                    for (SortedMap<String, KeyFact> columns : columns(expressions, alternative, above.columns())) {
                        table(partition.table(), new PartitionTarget(partition.name(), columns, above.hashes()));
                    }
                }
                if (before == targets.size() + reasons.size()) {
                    reasons.add("no value of " + table.partitioning() + " is known that goes to " + partition.name()
                            + " " + partition.table().partitionBound());
                }
            }
        }

        /** Without a gap among the remainders, any key goes somewhere: then the hash says nothing. */
        private void hash(Table table, PartitionKey key, List<Partition> partitions, PartitionTarget above) {
            List<String> columns = key.parts().stream()
                    .flatMap(part -> part.expression().stream())
                    .filter(expression -> expression.type().equals(expression.columnType()))
                    .map(KeyExpression::column)
                    .toList();
            if (isComplete(partitions)
                    && partitions.stream()
                            .allMatch(partition -> partition.table().kind() == Table.Kind.ORDINARY)) {
                // Where a row ends up is the server's to say; the table itself stands for all of them.
                targets.add(new PartitionTarget(table.name(), above.columns(), above.hashes()));
                return;
            }
            if (columns.size() < key.parts().size()) {
                reasons.add(table.name() + " is partitioned by " + table.partitioning()
                        + ", whose expressions are not hashed here");
                return;
            }
            for (Partition partition : partitions) {
                PartitionBound.Hash bound = (PartitionBound.Hash) partition.bound();
                List<PartitionTarget.HashRule> rules = new ArrayList<>(above.hashes());
                rules.add(new PartitionTarget.HashRule(columns, bound.modulus(), bound.remainder()));
                table(partition.table(), new PartitionTarget(partition.name(), above.columns(), List.copyOf(rules)));
            }
        }

        /** Whether the shares of all hashes that the partitions take sum up to one: they never overlap. */
        private static boolean isComplete(List<Partition> partitions) {
            return partitions.stream()
                            .mapToDouble(partition -> 1.0 / ((PartitionBound.Hash) partition.bound()).modulus())
                            .sum()
                    > 1 - 1e-9;
        }

        /** {@return every way to meet a fact for each part together with those from above, in terms of columns} */
        private static List<SortedMap<String, KeyFact>> columns(
                List<KeyExpression> expressions, List<KeyFact> facts, SortedMap<String, KeyFact> above) {
            List<SortedMap<String, KeyFact>> ways = List.of(above);
            for (int i = 0; i < expressions.size(); i++) {
                KeyExpression expression = expressions.get(i);
                List<SortedMap<String, KeyFact>> next = new ArrayList<>();
                for (KeyFact fact : expression.before().apply(facts.get(i))) {
                    ways.forEach(way -> with(way, expression.column(), fact, expression.columnType())
                            .ifPresent(next::add));
                }
                ways = next;
            }
            return ways;
        }

        private static Optional<SortedMap<String, KeyFact>> with(
                SortedMap<String, KeyFact> way, String column, KeyFact fact, SqlType type) {
            KeyFact other = way.get(column);
            return (other == null ? Optional.of(fact) : other.and(fact, type)).map(met -> {
                SortedMap<String, KeyFact> all = new TreeMap<>(way);
                all.put(column, met);
                return Collections.unmodifiableSortedMap(all);
            });
        }
    }
}
