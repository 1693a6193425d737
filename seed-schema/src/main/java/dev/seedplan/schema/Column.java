package dev.seedplan.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name as stored in the catalog
 * @param type its type
 * @param notNull whether {@code NOT NULL}, declared on the column or on its domain
 * @param defaultExpression the default as {@code pg_get_expr} prints it; null where there is none
 * @param identity whether it is an identity column
 * @param generated the expression of a {@code GENERATED ALWAYS AS (…)} column; null for an ordinary column
 * @param generatedStored whether a generated column is stored (false: virtual, PostgreSQL 18)
 * @param collation a collation other than the type's own; null otherwise
 * @param sequence the sequence the column owns (serial, identity); null where there is none
 * @param comment its comment; null where there is none
 */
public record Column(
        String name,
        TypeRef type,
        boolean notNull,
        @Nullable String defaultExpression,
        Identity identity,
        @Nullable String generated,
        boolean generatedStored,
        @Nullable QName collation,
        @Nullable QName sequence,
        @Nullable String comment) {

    /** {@return whether the server computes the column and refuses a value for it} */
    public boolean isGenerated() {
        return generated != null;
    }
}
