package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.fill.RandomColumn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A schema made from a seed, of three to six tables, with keys, references, unique keys, checks, exclusions and partitions as
 * real schemas have them, each made so that ten rows, or as many as a small key holds, can be there.
 */
final class RandomSchema {

    private final String name;
    private final SplittableRandom random;
    private final List<RandomColumn> userTypes = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final List<RandomTable> tables = new ArrayList<>();

    private RandomSchema(String name, long seed) {
        this.name = name;
        this.random = new SplittableRandom(seed);
    }

    /** {@return the statements that create a schema, the same for the same seed} */
    static List<String> statements(String name, long seed) {
        return new RandomSchema(name, seed).make();
    }

    private List<String> make() {
        userTypes();
        int number = 3 + random.nextInt(4);
        for (int i = 0; i < number; i++) {
            tables.add(table("t" + i));
        }
        if (random.nextInt(100) < 30) {
            circle(tables.get(0), tables.get(number - 1));
        }
        List<String> all = new ArrayList<>(before);
        tables.forEach(t -> all.add(t.sql(name)));
        tables.forEach(t -> all.addAll(t.after));
        return all;
    }

    private void userTypes() {
        before.add("CREATE SCHEMA " + name);
        type("mood", "CREATE TYPE %s AS ENUM ('sad', 'ok', 'happy')");
        if (random.nextBoolean()) {
            type("rating", "CREATE DOMAIN %s AS integer CHECK (VALUE BETWEEN 1 AND 5)");
            type("email", "CREATE DOMAIN %s AS text CHECK (VALUE ~ '^[a-z0-9.]+@[a-z]+[.][a-z]{2,4}$')");
        }
        if (random.nextBoolean()) {
            type("code", "CREATE DOMAIN %s AS varchar(8) CHECK (length(VALUE) = 8)");
            type("share", "CREATE DOMAIN %s AS numeric(5,4) CHECK (VALUE >= 0 AND VALUE <= 1)");
        }
    }

    private void type(String type, String statement) {
        String full = name + "." + type;
        before.add(String.format(statement, full));
        userTypes.add(new RandomColumn(type, full, Kind.OTHER, false));
    }

    private RandomTable table(String called) {
        RandomTable table = new RandomTable(called);
        RandomReferences references = new RandomReferences(name, random, tables);
        int kind = random.nextInt(100);
        if (kind < 10 && tables.size() > 1) {
            references.junction(table);
        } else if (kind < 18 && !tables.isEmpty()) {
            references.oneToOne(table);
        } else if (kind < 26) {
            RandomPartitions.add(table, name, random);
        } else if (kind < 34 && !tables.isEmpty()) {
            references.tenant(table);
        } else {
            RandomKeys.primary(table, name, random);
        }
        int columns = 2 + random.nextInt(6);
        for (int i = 0; i < columns; i++) {
            table.add(RandomColumn.any(table.next("c"), random, userTypes));
        }
        int more = random.nextInt(3);
        for (int i = 0; i < more; i++) {
            references.any(table);
        }
        int rules = random.nextInt(3);
        for (int i = 0; i < rules; i++) {
            RandomRules.add(table, random);
        }
        boolean partitioned = !table.partitionBy.isEmpty();
        int uniques = partitioned ? 0 : random.nextInt(3);
        for (int i = 0; i < uniques; i++) {
            RandomKeys.unique(table, name, random);
        }
        if (!partitioned && random.nextInt(100) < 12) {
            RandomKeys.exclude(table, random);
        }
        if (random.nextInt(100) < 12) {
            RandomColumn base = table.add(new RandomColumn(table.next("base"), "text", Kind.TEXT, true));
            base.notNull = true;
            RandomColumn made = new RandomColumn(table.next("made"), "text", Kind.OTHER, false);
            made.extra = " GENERATED ALWAYS AS (lower(" + base.name + ")) STORED";
            made.taken = true;
            table.add(made);
            if (!partitioned && random.nextBoolean()) {
                table.constrain("UNIQUE (" + made.name + ")");
            }
        }
        return table;
    }

    private void circle(RandomTable first, RandomTable last) {
        if (first.keys.isEmpty()
                || last.keys.isEmpty()
                || first.keys.get(0).size() > 1
                || last.keys.get(0).size() > 1) {
            return;
        }
        int how = random.nextInt(3);
        edge(first, last, how != 0, how == 1);
        edge(last, first, true, false);
    }

    private void edge(RandomTable child, RandomTable parent, boolean notNull, boolean deferrable) {
        RandomColumn key = parent.keys.get(0).get(0);
        RandomColumn column = child.add(new RandomColumn(child.next("around"), key.type, Kind.OTHER, false));
        column.notNull = notNull;
        column.taken = true;
        child.after.add("ALTER TABLE " + name + "." + child.name + " ADD FOREIGN KEY (" + column.name + ") REFERENCES "
                + name + "." + parent.name + " (" + key.name + ")"
                + (deferrable ? " DEFERRABLE INITIALLY DEFERRED" : ""));
    }
}
