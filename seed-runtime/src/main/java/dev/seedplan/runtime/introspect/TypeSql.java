package dev.seedplan.runtime.introspect;

/** The parts of a query that select a type, for {@link CatalogRow#type}. */
final class TypeSql {

    private TypeSql() {}

    /** {@return the columns, to be selected together with {@link #joins}} */
    static String columns(String oid, String modifier) {
        return """
                pg_catalog.format_type(%s, %s) AS type_sql,
                type_space.nspname AS type_schema,
                COALESCE(type_element.typname, type.typname) AS type_name,
                type_element.oid IS NOT NULL AS type_array,
                %s AS type_modifier""".formatted(oid, modifier, modifier);
    }

    /** {@return the joins; they call the type itself {@code type}} */
    static String joins(String oid) {
        // Arrays proper are their element's typarray; int2vector and the like have elements too, but are no arrays.
        return """
                JOIN pg_catalog.pg_type type ON type.oid = %s
                LEFT JOIN pg_catalog.pg_type type_element
                  ON type_element.oid = type.typelem AND type_element.typarray = type.oid
                JOIN pg_catalog.pg_namespace type_space
                  ON type_space.oid = COALESCE(type_element.typnamespace, type.typnamespace)
                """.formatted(oid);
    }
}
