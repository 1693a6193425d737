package dev.seedplan.runtime.internal.load.deferral;

import dev.seedplan.runtime.internal.database.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key as the catalog has it.
 *
 * @param name its name
 * @param parentOid the table it points at
 * @param parent that table's name, quoted for SQL
 * @param definition what {@code pg_get_constraintdef} prints: columns, actions, match, deferrability, validity
 * @param comment its comment; null for none
 * @param parentIndex the unique index it relies on
 * @param hindrances why it cannot be dropped and restored exactly; empty where it can
 */
record KeyFacts(
        String name,
        long parentOid,
        String parent,
        String definition,
        @Nullable String comment,
        String parentIndex,
        List<String> hindrances) {

    String drop() {
        return "DROP CONSTRAINT " + Sql.quote(name);
    }

    String add(String table) {
        return "ALTER TABLE ONLY " + table + " ADD CONSTRAINT " + Sql.quote(name) + " " + definition;
    }

    @Nullable
    String addComment(String table) {
        return comment == null
                ? null
                : "COMMENT ON CONSTRAINT " + Sql.quote(name) + " ON " + table + " IS " + Sql.literal(comment);
    }
}
