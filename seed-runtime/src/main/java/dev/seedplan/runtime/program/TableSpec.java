package dev.seedplan.runtime.program;

import dev.seedplan.spi.RowWriter;
import dev.seedplan.spi.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A table that a plan fills or takes parents from, as the snapshot has it: the part of the contract about that table.
 *
 * @param schema its schema
 * @param name its name
 * @param view makes the generated row class over slots
 * @param encoder hands all columns of a row to a writer, in the order of {@code columns}
 * @param columns all columns, in the table's order
 * @param primaryKey the columns of the primary key, in key order; empty for none
 * @param uniques the unique keys and plain, full unique indexes besides the primary key
 * @param foreignKeys its foreign keys
 * @param checks its checks
 */
public record TableSpec(
        String schema,
        String name,
        Function<Slots, Object> view,
        BiConsumer<Slots, RowWriter> encoder,
        List<ColumnSpec> columns,
        List<String> primaryKey,
        List<UniqueSpec> uniques,
        List<ForeignKeySpec> foreignKeys,
        List<CheckSpec> checks) {

    /** A unique key: its name and columns. */
    public record UniqueSpec(String name, List<String> columns) {}

    /** A foreign key: {@code columns} point at {@code referencedColumns} of {@code table}, which is {@code schema.name}. */
    public record ForeignKeySpec(
            String name, List<String> columns, String table, List<String> referencedColumns, boolean deferrable) {}

    /** A check with its expression. */
    public record CheckSpec(String name, String expression) {}

    /** {@return {@code schema.name}: how steps and parents refer to the table} */
    public String id() {
        return schema + "." + name;
    }

    /**
     * {@return the place of a column}
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + id() + " has no column " + column);
    }

    /**
     * {@return the foreign key of that name}
     *
     * @throws IllegalArgumentException if there is none
     */
    public ForeignKeySpec foreignKey(String constraint) {
        return foreignKeys.stream()
                .filter(f -> f.name().equals(constraint))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("table " + id() + " has no foreign key " + constraint));
    }

    /** Starts the description of a table. */
    public static Builder of(
            String schema, String name, Function<Slots, Object> view, BiConsumer<Slots, RowWriter> encoder) {
        return new Builder(schema, name, view, encoder);
    }

    /** Collects a table's parts; generated code does. */
    public static final class Builder {

        private final String schema;
        private final String name;
        private final Function<Slots, Object> view;
        private final BiConsumer<Slots, RowWriter> encoder;
        private final List<ColumnSpec> columns = new ArrayList<>();
        private List<String> primaryKey = List.of();
        private final List<UniqueSpec> uniques = new ArrayList<>();
        private final List<ForeignKeySpec> foreignKeys = new ArrayList<>();
        private final List<CheckSpec> checks = new ArrayList<>();

        private Builder(
                String schema, String name, Function<Slots, Object> view, BiConsumer<Slots, RowWriter> encoder) {
            this.schema = schema;
            this.name = name;
            this.view = view;
            this.encoder = encoder;
        }

        /** Adds the next column. */
        public Builder column(ColumnSpec column) {
            columns.add(column);
            return this;
        }

        /** Sets the primary key. */
        public Builder primaryKey(String... keyColumns) {
            primaryKey = List.of(keyColumns);
            return this;
        }

        /** Adds a unique key. */
        public Builder unique(String constraint, String... keyColumns) {
            uniques.add(new UniqueSpec(constraint, List.of(keyColumns)));
            return this;
        }

        /** Adds a foreign key. */
        public Builder foreignKey(
                String constraint, List<String> from, String table, List<String> to, boolean deferrable) {
            foreignKeys.add(new ForeignKeySpec(constraint, from, table, to, deferrable));
            return this;
        }

        /** Adds a check. */
        public Builder check(String constraint, String expression) {
            checks.add(new CheckSpec(constraint, expression));
            return this;
        }

        /** {@return the table} */
        public TableSpec build() {
            return new TableSpec(
                    schema,
                    name,
                    view,
                    encoder,
                    List.copyOf(columns),
                    primaryKey,
                    List.copyOf(uniques),
                    List.copyOf(foreignKeys),
                    List.copyOf(checks));
        }
    }
}
