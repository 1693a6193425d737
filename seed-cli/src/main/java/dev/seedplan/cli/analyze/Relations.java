package dev.seedplan.cli.analyze;

import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Constraint.ForeignKey;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The foreign keys of a schema as a graph; partitions count as the table they are parts of. */
final class Relations {

    /** A tenant's key is in so many tables at least, or it is only somebody's parent. */
    private static final int FEWEST_TENANT_TABLES = 3;

    private static final Set<String> TENANT_WORDS = Set.of(
            "tenant",
            "organization",
            "organisation",
            "org",
            "account",
            "team",
            "workspace",
            "company",
            "client",
            "shop",
            "store",
            "project",
            "site",
            "instance");

    private final List<Table> tables;
    private final List<Relation> relations = new ArrayList<>();
    private final Map<QName, Set<QName>> parents = new TreeMap<>();

    /**
     * A foreign key.
     *
     * @param nullable whether a row may be without the parent
     * @param deferrable whether it can wait for the end of the transaction
     */
    record Relation(QName child, ForeignKey key, boolean nullable, boolean deferrable) {

        boolean isOwn() {
            return child.equals(key.references());
        }
    }

    /**
     * Tables that need each other.
     *
     * @param tables sorted
     * @param openings keys of the circle that may be NULL or wait
     */
    record Cycle(List<QName> tables, List<Relation> openings) {}

    /**
     * A column that says whose a row is.
     *
     * @param column its name
     * @param tables the tables that have it
     * @param owner the table it leads to
     */
    record Tenant(String column, QName owner, List<QName> tables) {}

    Relations(Snapshot snapshot) {
        tables = snapshot.tables().stream()
                .filter(table -> table.partitionOf() == null && table.extension() == null)
                .toList();
        for (Table table : tables) {
            parents.put(table.name(), new TreeSet<>());
            for (ForeignKey key : table.foreignKeys()) {
                boolean nullable = key.columns().stream()
                        .anyMatch(name ->
                                table.column(name).filter(c -> !c.notNull()).isPresent());
                boolean deferrable = key.deferral() != Constraint.Deferral.NOT_DEFERRABLE;
                relations.add(new Relation(table.name(), key, nullable, deferrable));
            }
        }
        relations.forEach(relation -> {
            Set<QName> of = parents.get(relation.child());
            if (of != null
                    && !relation.isOwn()
                    && parents.containsKey(relation.key().references())) {
                of.add(relation.key().references());
            }
        });
    }

    List<Table> tables() {
        return tables;
    }

    /** {@return the foreign keys, by table and name} */
    List<Relation> all() {
        return relations;
    }

    /** {@return the tables by steps in which they can be filled: each needs earlier ones alone, or tables of its own step} */
    List<List<QName>> order() {
        List<List<QName>> steps = new ArrayList<>();
        Set<QName> done = new HashSet<>();
        List<QName> open = new ArrayList<>(parents.keySet());
        while (!open.isEmpty()) {
            List<QName> step = open.stream()
                    .filter(table -> done.containsAll(needs(table)))
                    .toList();
            if (step.isEmpty()) {
                // Only circles are left: those that need nothing but themselves are next.
                step = open.stream()
                        .filter(table -> reachable(table).stream()
                                .allMatch(other ->
                                        done.contains(other) || reachable(other).contains(table)))
                        .toList();
            }
            steps.add(step);
            done.addAll(step);
            open.removeAll(step);
        }
        return steps;
    }

    /** {@return groups of tables that need each other, and tables that refer to themselves} */
    List<Cycle> cycles() {
        List<Cycle> cycles = new ArrayList<>();
        Set<QName> seen = new HashSet<>();
        for (QName table : parents.keySet()) {
            Set<QName> reached = reachable(table);
            boolean own =
                    relations.stream().anyMatch(r -> r.isOwn() && r.child().equals(table));
            if (!seen.add(table) || !(reached.contains(table) || own)) {
                continue;
            }
            Set<QName> members = new TreeSet<>(Set.of(table));
            reached.stream().filter(other -> reachable(other).contains(table)).forEach(members::add);
            seen.addAll(members);
            cycles.add(new Cycle(
                    List.copyOf(members),
                    relations.stream()
                            .filter(r -> members.contains(r.child())
                                    && members.contains(r.key().references()))
                            .filter(r -> r.nullable() || r.deferrable())
                            .toList()));
        }
        return cycles;
    }

    /** {@return tables whose key is made of the keys of two or more others} */
    List<QName> junctions() {
        List<QName> junctions = new ArrayList<>();
        for (Table table : tables) {
            boolean is = table.indexes().stream().filter(i -> i.unique()).anyMatch(index -> {
                List<String> key = index.plainColumns();
                Set<String> covered = new HashSet<>();
                long keys = table.foreignKeys().stream()
                        .filter(k -> key.containsAll(k.columns()))
                        .peek(k -> covered.addAll(k.columns()))
                        .count();
                return keys >= 2 && covered.containsAll(key);
            });
            if (is) {
                junctions.add(table.name());
            }
        }
        return junctions;
    }

    /** {@return columns of the same name that lead from several tables to the same one, which is called like an owner} */
    List<Tenant> tenants() {
        Map<String, Map<QName, Set<QName>>> byColumn = new TreeMap<>();
        for (Relation relation : relations) {
            if (relation.key().columns().size() == 1 && !relation.isOwn()) {
                byColumn.computeIfAbsent(relation.key().columns().get(0), c -> new TreeMap<>())
                        .computeIfAbsent(relation.key().references(), o -> new TreeSet<>())
                        .add(relation.child());
            }
        }
        List<Tenant> tenants = new ArrayList<>();
        byColumn.forEach((column, owners) -> owners.forEach((owner, children) -> {
            String word = column.replaceAll("_?(id|uuid|key)$", "").replaceFirst(".*_", "");
            if (TENANT_WORDS.contains(word) && children.size() >= FEWEST_TENANT_TABLES) {
                tenants.add(new Tenant(column, owner, List.copyOf(children)));
            }
        }));
        return tenants;
    }

    private Set<QName> needs(QName table) {
        return parents.getOrDefault(table, Set.of());
    }

    private Set<QName> reachable(QName start) {
        Set<QName> reached = new LinkedHashSet<>();
        Deque<QName> open = new ArrayDeque<>(needs(start));
        while (!open.isEmpty()) {
            QName next = open.removeFirst();
            if (reached.add(next)) {
                open.addAll(needs(next));
            }
        }
        return reached;
    }
}
