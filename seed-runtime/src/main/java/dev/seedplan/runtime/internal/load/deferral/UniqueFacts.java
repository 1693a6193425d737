package dev.seedplan.runtime.internal.load.deferral;

import dev.seedplan.runtime.internal.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What a unique index has beyond a plain one.
 *
 * @param printed its name as the server prints it, by which {@link KeyFacts#parentIndex} means it
 * @param constraint the primary key or unique constraint it belongs to; null where it stands alone
 * @param kind {@code PRIMARY KEY} or {@code UNIQUE}, with what is said of deferring after the index
 * @param comment the constraint's comment; null for none
 * @param referrers how many foreign keys rely on it, those of other tables included
 */
record UniqueFacts(
        String printed,
        @Nullable String constraint,
        Kind kind,
        @Nullable String comment,
        long referrers) {

    /** What a constraint says. */
    record Kind(boolean primary, boolean deferrable, boolean deferred) {

        private String add(String index) {
            return (primary ? "PRIMARY KEY" : "UNIQUE") + " USING INDEX " + index
                    + (deferrable ? " DEFERRABLE" : "")
                    + (deferred ? " INITIALLY DEFERRED" : "");
        }
    }

    /** {@return the statement that makes the constraint of the index, which is there; null where there is no constraint} */
    @Nullable
    String add(String table, String index) {
        return constraint == null
                ? null
                : "ALTER TABLE ONLY " + table + " ADD CONSTRAINT " + Sql.quote(constraint) + " " + kind.add(index);
    }

    /** {@return the statement for the constraint's comment; null for none} */
    @Nullable
    String addComment(String table) {
        return constraint == null || comment == null
                ? null
                : "COMMENT ON CONSTRAINT " + Sql.quote(constraint) + " ON " + table + " IS " + Sql.literal(comment);
    }
}
