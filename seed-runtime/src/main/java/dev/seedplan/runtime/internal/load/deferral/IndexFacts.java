package dev.seedplan.runtime.internal.load.deferral;

import dev.seedplan.runtime.internal.database.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as the catalog has it.
 *
 * @param name its name, quoted for SQL, with its schema
 * @param bareName its name without its schema, quoted
 * @param definition what {@code pg_get_indexdef} prints: method, columns, operator classes, collations, INCLUDE, storage
 *     options, predicate
 * @param tablespace its tablespace; empty for the database's own
 * @param comment its comment; null for none
 * @param clustered whether CLUSTER was last done by it
 * @param statistics the statistics targets of its columns that have one, as {@code column:target}
 * @param unique what it has as a unique index; null where it enforces nothing
 * @param hindrances why it cannot be dropped and restored exactly; empty where it can
 */
record IndexFacts(
        String name,
        String bareName,
        String definition,
        String tablespace,
        @Nullable String comment,
        boolean clustered,
        List<String> statistics,
        @Nullable UniqueFacts unique,
        List<String> hindrances) {

    /** {@return the statement that drops it, with its constraint} */
    String drop(String table) {
        return unique == null || unique.constraint() == null
                ? "DROP INDEX " + name
                : "ALTER TABLE ONLY " + table + " DROP CONSTRAINT " + Sql.quote(unique.constraint());
    }

    /** {@return the statements that come after CREATE INDEX} */
    List<String> dress(String table) {
        List<String> statements = new ArrayList<>();
        if (unique != null) {
            addUnless(unique.add(table, bareName), statements);
            addUnless(unique.addComment(table), statements);
        }
        if (comment != null) {
            statements.add("COMMENT ON INDEX " + name + " IS " + Sql.literal(comment));
        }
        for (String statistic : statistics) {
            int colon = statistic.indexOf(':');
            statements.add("ALTER INDEX " + name + " ALTER COLUMN " + statistic.substring(0, colon) + " SET STATISTICS "
                    + statistic.substring(colon + 1));
        }
        if (clustered) {
            statements.add("ALTER TABLE " + table + " CLUSTER ON " + bareName);
        }
        return statements;
    }

    private static void addUnless(@Nullable String statement, List<String> statements) {
        if (statement != null) {
            statements.add(statement);
        }
    }
}
