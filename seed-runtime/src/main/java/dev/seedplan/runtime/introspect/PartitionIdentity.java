package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives partitions the identity of their partitioned table's columns, together with its sequence. PostgreSQL does so
 * itself since version 17; with it done here, the same schema reads the same on all versions.
 */
final class PartitionIdentity {

    private final Map<QName, Table> tables = new HashMap<>();

    private PartitionIdentity(List<Table> tables) {
        tables.forEach(table -> this.tables.put(table.name(), table));
    }

    static List<Table> inherited(List<Table> tables) {
        PartitionIdentity identities = new PartitionIdentity(tables);
        return tables.stream().map(identities::inherited).toList();
    }

    private Table inherited(Table table) {
        if (table.partitionOf() == null) {
            return table;
        }
        List<Column> columns =
                table.columns().stream().map(c -> inherited(table, c)).toList();
        return new Table(
                table.name(),
                table.kind(),
                table.unlogged(),
                table.partitioning(),
                table.partitionOf(),
                table.partitionBound(),
                table.inherits(),
                columns,
                table.constraints(),
                table.indexes(),
                table.triggers(),
                table.rules(),
                table.rowSecurity(),
                table.forceRowSecurity(),
                table.policies(),
                table.comment(),
                table.extension());
    }

    private Column inherited(Table table, Column column) {
        boolean own = column.sequence() != null;
        Column source = above(table)
                .flatMap(parent -> parent.column(column.name()).stream())
                .filter(c -> c.identity() != Identity.NONE && c.sequence() != null)
                .findFirst()
                .orElse(column);
        return own
                ? column
                : new Column(
                        column.name(),
                        column.type(),
                        column.notNull(),
                        column.defaultExpression(),
                        source.identity(),
                        column.generated(),
                        column.generatedStored(),
                        column.collation(),
                        source.sequence(),
                        column.comment());
    }

    private Stream<Table> above(Table table) {
        Table parent = table.partitionOf() == null ? null : tables.get(table.partitionOf());
        return parent == null ? Stream.empty() : Stream.concat(Stream.of(parent), above(parent));
    }
}
