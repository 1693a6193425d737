package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The DDL of partitions without which a table takes no row.
 *
 * <p>A table split by range or list that has no partition gets a default one. It takes every key, NULL too, needs nothing to be
 * known about the ranges an application will one day make, and is one table to drop. (As long as it holds rows of a range, a
 * partition of that range cannot be added.) A table split by hash cannot have one: it gets the remainders that are missing,
 * of four where it has none at all.
 */
public final class MissingPartitions {

    private static final int MODULUS = 4;

    /** NAMEDATALEN - 1. */
    private static final int NAME_BYTES = 63;

    private MissingPartitions() {}

    /**
     * {@return the statements, in the order of the tables; none where each table has what it needs}
     *
     * @param snapshot the schema
     */
    public static List<String> ddl(Snapshot snapshot) {
        Set<QName> names = new TreeSet<>();
        snapshot.tables().forEach(table -> {
            names.add(table.name());
            table.indexes().forEach(index -> names.add(new QName(table.name().schema(), index.name())));
        });
        names.addAll(snapshot.views());
        snapshot.sequences().forEach(sequence -> names.add(sequence.name()));
        List<String> statements = new ArrayList<>();
        for (Table table : snapshot.tables()) {
            if (table.kind() == Table.Kind.PARTITIONED && table.extension() == null) {
                add(table, snapshot, names, statements);
            }
        }
        return statements;
    }

    private static void add(Table table, Snapshot snapshot, Set<QName> names, List<String> statements) {
        List<Table> partitions = snapshot.tables().stream()
                .filter(other -> table.name().equals(other.partitionOf()))
                .toList();
        if (!PartitionKey.of(table, snapshot).strategy().equals("HASH")) {
            if (partitions.isEmpty()) {
                statements.add(create(table, "default", names) + " DEFAULT");
            }
            return;
        }
        List<PartitionBound.Hash> bounds = partitions.stream()
                .map(partition ->
                        (PartitionBound.Hash) PartitionBound.parse(String.valueOf(partition.partitionBound())))
                .toList();
        int modulus =
                bounds.stream().mapToInt(PartitionBound.Hash::modulus).max().orElse(MODULUS);
        for (int remainder = 0; remainder < modulus; remainder++) {
            int wanted = remainder;
            // Every modulus is a divisor of the greatest: the server demands it.
            if (bounds.stream().noneMatch(bound -> wanted % bound.modulus() == bound.remainder())) {
                statements.add(create(table, "p" + remainder, names) + " FOR VALUES WITH (MODULUS " + modulus
                        + ", REMAINDER " + remainder + ")");
            }
        }
    }

    private static String create(Table table, String suffix, Set<QName> names) {
        QName name = name(table.name(), suffix, names);
        names.add(name);
        return "CREATE TABLE " + quoted(name) + " PARTITION OF " + quoted(table.name());
    }

    /** {@return the first free name, the table's part of it cut to what the server keeps of a name} */
    private static QName name(QName table, String suffix, Set<QName> names) {
        for (int i = 1; ; i++) {
            String end = "_" + suffix + (i == 1 ? "" : "_" + i);
            String start = table.name();
            while ((start + end).getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
                start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
            }
            QName name = new QName(table.schema(), start + end);
            if (!names.contains(name)) {
                return name;
            }
        }
    }

    private static String quoted(QName name) {
        return Sql.quote(name.schema()) + "." + Sql.quote(name.name());
    }
}
