package dev.seedplan.runtime.internal.rules;

import dev.seedplan.schema.Constraint;
import java.util.Arrays;

/**
 * A foreign key of a table that is filled.
 *
 * @param key the constraint
 * @param columns the places of its columns in the table
 * @param targets the names of the columns they point at, pairwise
 */
public record Reference(Constraint.ForeignKey key, int[] columns, String[] targets) {

    public static Reference of(Constraint.ForeignKey key, FillTable table) {
        return new Reference(
                key,
                key.columns().stream().mapToInt(table::indexOf).toArray(),
                key.referencedColumns().toArray(String[]::new));
    }

    public boolean has(int column) {
        return Arrays.stream(columns).anyMatch(c -> c == column);
    }

    public boolean sharesColumnWith(Reference other) {
        return Arrays.stream(columns).anyMatch(other::has);
    }

    /** {@return whether it can wait for the end of the transaction} */
    public boolean deferrable() {
        return key.deferral() != Constraint.Deferral.NOT_DEFERRABLE;
    }

    public String name() {
        return key.name();
    }
}
