package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.exclusion.ExclusionRule;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A table as the fill looks at it: columns with resolved types, what may not repeat, what refers to where. */
public final class FillTable {

    private final Table table;
    private final Snapshot snapshot;
    private final List<FillColumn> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<UniqueKey> uniques;
    private final List<Reference> references;
    private final List<Constraint.Check> checks;

    /**
     * Looks at a table.
     *
     * @param serverDefaults whether defaults that may differ from row to row are left to the server
     */
    public FillTable(Table table, Snapshot snapshot, boolean serverDefaults) {
        this.table = table;
        this.snapshot = snapshot;
        List<FillColumn> all = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            SqlType type = SqlType.of(column.type(), snapshot);
            all.add(new FillColumn(i, column, type, serverDefaults && Defaults.mayStay(column, type, table)));
            places.put(column.name(), i);
        }
        columns = List.copyOf(all);
        List<Index> indexes = new ArrayList<>(table.indexes());
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        addPartitions(table, snapshot, indexes, constraints);
        constraints.stream()
                .filter(Constraint.Exclusion.class::isInstance)
                .flatMap(c -> equality((Constraint.Exclusion) c).stream())
                .forEach(indexes::add);
        uniques = indexes.stream()
                .filter(Index::unique)
                .map(index -> UniqueKey.of(index, this))
                .toList();
        references = constraints.stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(key -> Reference.of((Constraint.ForeignKey) key, this))
                .toList();
        checks = constraints.stream()
                .filter(Constraint.Check.class::isInstance)
                .map(Constraint.Check.class::cast)
                .toList();
    }

    /** Keys that bind the rows of some partition are taken to bind all rows; checks may tell the partitions apart. */
    private static void addPartitions(
            Table table, Snapshot snapshot, List<Index> indexes, List<Constraint> constraints) {
        for (Table partition : snapshot.tables()) {
            if (!table.name().equals(partition.partitionOf())) {
                continue;
            }
            partition.indexes().stream()
                    .filter(i -> indexes.stream().noneMatch(o -> same(i, o)))
                    .forEach(indexes::add);
            for (Constraint.ForeignKey key : partition.foreignKeys()) {
                boolean known = constraints.stream()
                        .anyMatch(c -> c instanceof Constraint.ForeignKey
                                && c.definition().equals(key.definition()));
                if (!known) {
                    constraints.add(key);
                }
            }
            addPartitions(partition, snapshot, indexes, constraints);
        }
    }

    /** An exclusion by equality alone is a unique key in another form. */
    private Optional<Index> equality(Constraint.Exclusion exclusion) {
        ExclusionRule rule = ExclusionRule.of(exclusion, table, snapshot, Instant.EPOCH, 1);
        if (rule.kind() != ExclusionRule.Kind.UNIQUE) {
            return Optional.empty();
        }
        List<Index.Key> keys = rule.equal().stream()
                .map(sql -> table.columns().stream().anyMatch(c -> c.name().equals(sql))
                        ? new Index.Key(sql, null)
                        : new Index.Key(null, sql))
                .toList();
        return Optional.of(new Index(
                exclusion.name(),
                "gist",
                true,
                false,
                exclusion.name(),
                keys,
                List.of(),
                rule.predicate().orElse(null),
                false,
                exclusion.definition(),
                null));
    }

    private static boolean same(Index index, Index other) {
        return index.keys().equals(other.keys()) && Objects.equals(index.predicate(), other.predicate());
    }

    public Table table() {
        return table;
    }

    public QName name() {
        return table.name();
    }

    /** {@return {@code schema.name} as messages show it} */
    public String id() {
        return table.name().schema() + "." + table.name().name();
    }

    /** {@return the name quoted for SQL} */
    public String sql() {
        return FillColumn.quoted(table.name());
    }

    /** {@return the table in a FROM clause, without the rows of tables that inherit from it, which no key refers to} */
    public String from() {
        return from(table);
    }

    public static String from(Table table) {
        return (table.kind() == Table.Kind.ORDINARY ? "only " : "") + FillColumn.quoted(table.name());
    }

    public List<FillColumn> columns() {
        return columns;
    }

    public FillColumn column(int place) {
        return columns.get(place);
    }

    /** {@return the place of a column, -1 if there is none of that name} */
    public int indexOf(String name) {
        return places.getOrDefault(name, -1);
    }

    /** {@return whether a column decides in which partition a row is, where NULL has none of its own as a rule} */
    public boolean isPartitionKey(int column) {
        String by = table.partitioning();
        return by != null
                && !by.startsWith("HASH")
                && UniqueKey.mentioned(by, this).contains(column);
    }

    public List<UniqueKey> uniques() {
        return uniques;
    }

    public List<Reference> references() {
        return references;
    }

    public List<Constraint.Check> checks() {
        return checks;
    }

    @Override
    public String toString() {
        return id();
    }
}
