package dev.seedplan.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table that can hold rows: ordinary, partitioned, a partition, or foreign.
 *
 * @param name its qualified name
 * @param kind what it is
 * @param unlogged whether {@code UNLOGGED}
 * @param partitioning how a partitioned table is split, as {@code pg_get_partkeydef} prints it; null otherwise
 * @param partitionOf the partitioned table it is a partition of; null otherwise
 * @param partitionBound the bound of a partition as PostgreSQL prints it; null otherwise
 * @param inherits the tables it inherits from, other than as a partition
 * @param columns in the order of the table
 * @param constraints sorted by name
 * @param indexes sorted by name
 * @param triggers the user's own, sorted by name
 * @param rules other than those of views, sorted by name, as {@code pg_get_ruledef} prints them
 * @param rowSecurity whether row level security is on
 * @param forceRowSecurity whether it binds the owner too
 * @param policies sorted by name
 * @param comment its comment; null where there is none
 * @param extension the extension that owns it; null for the user's own
 */
public record Table(
        QName name,
        Kind kind,
        boolean unlogged,
        @Nullable String partitioning,
        @Nullable QName partitionOf,
        @Nullable String partitionBound,
        List<QName> inherits,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers,
        List<String> rules,
        boolean rowSecurity,
        boolean forceRowSecurity,
        List<Policy> policies,
        @Nullable String comment,
        @Nullable String extension) {

    /** What kind of table it is. */
    public enum Kind {
        /** One that holds its rows itself, a partition too. */
        ORDINARY,
        /** One whose rows are in its partitions. */
        PARTITIONED,
        /** One whose rows are elsewhere, behind a foreign data wrapper. */
        FOREIGN
    }

    /**
     * A user's trigger.
     *
     * @param name its name
     * @param function the function it calls
     * @param enabled {@code pg_trigger.tgenabled}: O, D, R or A
     * @param definition as {@code pg_get_triggerdef} prints it
     */
    public record Trigger(String name, QName function, String enabled, String definition) {}

    /**
     * A policy of row level security.
     *
     * @param name its name
     * @param command ALL, SELECT, INSERT, UPDATE or DELETE
     * @param permissive whether permissive (else restrictive)
     * @param roles to whom it applies, sorted
     * @param using its USING expression; null where there is none
     * @param check its WITH CHECK expression; null where there is none
     */
    public record Policy(
            String name,
            String command,
            boolean permissive,
            List<String> roles,
            @Nullable String using,
            @Nullable String check) {}

    /**
     * {@return the column of a name}
     *
     * @param columnName the name as stored in the catalog
     */
    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /** {@return the primary key, where there is one} */
    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast)
                .findFirst();
    }

    /** {@return the foreign keys, sorted by name} */
    public List<Constraint.ForeignKey> foreignKeys() {
        return constraints.stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast)
                .toList();
    }
}
