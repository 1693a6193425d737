package dev.seedplan.processor.schema;

import dev.seedplan.schema.JavaNames;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A package of row classes and the snapshot behind it. */
public final class SchemaPackage {

    private final String name;
    private final Snapshot snapshot;
    private final String hash;
    private final String file;
    private final String text;
    private final JavaNames names;
    private final ColumnTypes types;
    private final Map<String, Table> byRowClass = new TreeMap<>();
    private final Map<QName, Table> byName = new HashMap<>();

    SchemaPackage(String name, Snapshot snapshot, String hash, String file, String text) {
        this.name = name;
        this.snapshot = snapshot;
        this.hash = hash;
        this.file = file;
        this.text = text;
        this.names = JavaNames.of(snapshot);
        this.types = new ColumnTypes(snapshot);
        for (Table table : snapshot.tables()) {
            byRowClass.put(names.rowClass(table.name()), table);
            byName.put(table.name(), table);
        }
    }

    /** {@return the package's name} */
    public String name() {
        return name;
    }

    /** {@return the snapshot} */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** {@return the snapshot's hash} */
    public String hash() {
        return hash;
    }

    /** {@return the snapshot's file, as {@code @SeedSchema} names it} */
    public String file() {
        return file;
    }

    /** {@return the snapshot's text, as it was read} */
    public String text() {
        return text;
    }

    /** {@return what its objects are called in Java} */
    public JavaNames names() {
        return names;
    }

    /** {@return how its columns are held} */
    public ColumnTypes types() {
        return types;
    }

    /** {@return the table of a row class, by its simple name} */
    public Optional<Table> tableOf(String rowClass) {
        return Optional.ofNullable(byRowClass.get(rowClass));
    }

    /** {@return the table of that name} */
    public Optional<Table> table(QName table) {
        return Optional.ofNullable(byName.get(table));
    }

    /** {@return the simple names of all row classes, sorted} */
    public Collection<String> rowClasses() {
        return byRowClass.keySet();
    }

    /** {@return a table's name for messages: without its schema where that is the default} */
    public String shortName(QName table) {
        return table.schema().equals(snapshot.defaultSchema()) ? table.name() : table.toString();
    }
}
