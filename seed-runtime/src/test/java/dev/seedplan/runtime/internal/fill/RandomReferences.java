package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.fill.RandomColumn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Foreign keys of random tables to those made before them and to themselves. */
final class RandomReferences {

    private final String schema;
    private final SplittableRandom random;
    private final List<RandomTable> tables;

    RandomReferences(String schema, SplittableRandom random, List<RandomTable> tables) {
        this.schema = schema;
        this.random = random;
        this.tables = tables;
    }

    private List<RandomTable> parents(int keySize) {
        return tables.stream()
                .filter(t -> t.keys.stream().anyMatch(k -> k.size() <= keySize))
                .toList();
    }

    /** A key that consists of two foreign keys. */
    void junction(RandomTable table) {
        List<RandomTable> parents = parents(1);
        if (parents.size() < 2) {
            RandomKeys.primary(table, schema, random);
            return;
        }
        RandomTable left = parents.get(random.nextInt(parents.size()));
        RandomTable right = parents.get(random.nextInt(parents.size()));
        List<RandomColumn> both = new ArrayList<>();
        both.addAll(refer(table, left, "left", true, ""));
        both.addAll(refer(table, right, "right", true, ""));
        table.constrain("PRIMARY KEY (" + RandomTable.names(both) + ")");
    }

    /** A key that is a foreign key. */
    void oneToOne(RandomTable table) {
        List<RandomTable> parents = parents(2);
        if (parents.isEmpty()) {
            RandomKeys.primary(table, schema, random);
            return;
        }
        List<RandomColumn> key = refer(table, parents.get(random.nextInt(parents.size())), "same", true, "");
        table.constrain("PRIMARY KEY (" + RandomTable.names(key) + ")");
        table.keys.add(key);
    }

    /** A table of a tenant, and one of its rows' rows, whose two foreign keys share the tenant. */
    void tenant(RandomTable table) {
        List<RandomTable> parents = parents(1);
        if (parents.isEmpty()) {
            RandomKeys.primary(table, schema, random);
            return;
        }
        RandomColumn tenant = refer(table, parents.get(0), "tenant", true, "").get(0);
        RandomColumn id = table.add(new RandomColumn("id", "integer", Kind.OTHER, true));
        id.notNull = true;
        id.taken = true;
        table.constrain("PRIMARY KEY (" + tenant.name + ", id)");
        table.keys.add(List.of(tenant, id));
        if (random.nextBoolean()) {
            RandomColumn parent = table.add(new RandomColumn("parent_id", "integer", Kind.OTHER, false));
            parent.taken = true;
            table.constrain("FOREIGN KEY (" + tenant.name + ", parent_id) REFERENCES " + schema + "." + table.name);
        }
        RandomTable deeper = tables.stream()
                .filter(t -> t.keys.stream()
                        .anyMatch(k -> k.size() == 2
                                && k.get(0).name.startsWith("tenant")
                                && k.get(0).type.equals(tenant.type)))
                .findFirst()
                .orElse(null);
        if (deeper != null) {
            RandomColumn item = table.add(new RandomColumn("item_id", "integer", Kind.OTHER, false));
            item.notNull = random.nextBoolean();
            item.taken = true;
            List<RandomColumn> key =
                    deeper.keys.stream().filter(k -> k.size() == 2).findFirst().orElseThrow();
            table.constrain("FOREIGN KEY (" + tenant.name + ", item_id) REFERENCES " + schema + "." + deeper.name + " ("
                    + RandomTable.names(key) + ")");
        }
    }

    /** Any other foreign key. */
    void any(RandomTable table) {
        boolean self = random.nextInt(100) < 20;
        if (self && !table.keys.isEmpty() && table.keys.get(0).size() == 1) {
            refer(table, table, table.next("self"), random.nextInt(100) < 25, "");
            return;
        }
        List<RandomTable> parents = parents(2);
        if (!parents.isEmpty()) {
            String extra = switch (random.nextInt(8)) {
                case 0 -> " MATCH FULL";
                case 1 -> " DEFERRABLE INITIALLY DEFERRED";
                case 2 -> " ON DELETE CASCADE";
                default -> "";
            };
            refer(table, parents.get(random.nextInt(parents.size())), table.next("ref"), random.nextBoolean(), extra);
        }
    }

    private List<RandomColumn> refer(
            RandomTable table, RandomTable parent, String stem, boolean notNull, String extra) {
        List<RandomColumn> key = parent.keys.get(random.nextInt(parent.keys.size()));
        if (key.size() > 1 && !stem.startsWith("ref") && !stem.startsWith("same")) {
            key = parent.keys.stream().filter(k -> k.size() == 1).findFirst().orElseThrow();
        }
        List<RandomColumn> columns = new ArrayList<>();
        for (RandomColumn part : key) {
            RandomColumn column = table.add(new RandomColumn(stem + "_" + part.name, part.type, Kind.OTHER, false));
            column.notNull = notNull;
            column.taken = true;
            columns.add(column);
        }
        table.constrain("FOREIGN KEY (" + RandomTable.names(columns) + ") REFERENCES " + schema + "." + parent.name
                + " (" + RandomTable.names(key) + ")" + extra);
        return columns;
    }
}
