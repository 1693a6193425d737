package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Reads the user's types in the chosen schemas, and those from anywhere that columns and other types need. Types of
 * extensions are read only where needed: PostGIS alone brings dozens that nobody uses.
 */
final class TypeReader {

    private TypeReader() {}

    static List<UserType> read(Catalog catalog) throws SQLException {
        Map<Long, List<String>> labels = catalog.listByOwner("""
                SELECT enumtypid AS owner, enumlabel
                FROM pg_catalog.pg_enum
                ORDER BY enumtypid, enumsortorder
                """, row -> row.text("enumlabel"));
        Map<Long, List<UserType.DomainCheck>> checks = catalog.listByOwner(
                """
                SELECT contypid AS owner, conname, pg_catalog.pg_get_expr(conbin, 0) AS expression, convalidated
                FROM pg_catalog.pg_constraint
                WHERE contype = 'c' AND contypid <> 0
                """,
                row -> new UserType.DomainCheck(row.text("conname"), row.text("expression"), row.flag("convalidated")));
        Map<Long, List<UserType.Attribute>> attributes = attributes(catalog);
        return catalog.list(query(catalog), row -> type(row, labels, checks, attributes)).stream()
                .sorted(Comparator.comparing(UserType::name))
                .toList();
    }

    private static UserType type(
            CatalogRow row,
            Map<Long, List<String>> labels,
            Map<Long, List<UserType.DomainCheck>> checks,
            Map<Long, List<UserType.Attribute>> attributes)
            throws SQLException {
        QName name = row.name("schema", "name");
        String comment = row.proseOrNull("comment");
        String extension = row.textOrNull("extname");
        long oid = row.number("oid");
        return switch (row.text("typtype")) {
            case "e" ->
                new UserType.EnumType(name, List.copyOf(labels.getOrDefault(oid, List.of())), comment, extension);
            case "d" ->
                new UserType.DomainType(
                        name,
                        row.type(),
                        row.flag("typnotnull"),
                        row.textOrNull("typdefault"),
                        row.nameOrNull("collation_schema", "collation"),
                        checks.getOrDefault(oid, List.of()).stream()
                                .sorted(Comparator.comparing(UserType.DomainCheck::name))
                                .toList(),
                        comment,
                        extension);
            case "c" ->
                new UserType.CompositeType(
                        name, List.copyOf(attributes.getOrDefault(oid, List.of())), comment, extension);
            case "r" -> {
                TypeRef subtype = row.type();
                yield new UserType.RangeType(
                        name, subtype, row.nameOrNull("multirange_schema", "multirange"), comment, extension);
            }
            default -> new UserType.BaseType(name, comment, extension);
        };
    }

    private static Map<Long, List<UserType.Attribute>> attributes(Catalog catalog) throws SQLException {
        return catalog.listByOwner(
                """
                SELECT c.reltype AS owner, a.attname, cs.nspname AS collation_schema, co.collname AS collation,
                """ + TypeSql.columns("a.atttypid", "a.atttypmod") + """

                        FROM pg_catalog.pg_class c
                        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        """ + TypeSql.joins("a.atttypid") + """
                        LEFT JOIN pg_catalog.pg_collation co
                          ON co.oid = a.attcollation AND a.attcollation <> type.typcollation
                        LEFT JOIN pg_catalog.pg_namespace cs ON cs.oid = co.collnamespace
                        WHERE c.relkind = 'c'
                        ORDER BY c.oid, a.attnum
                        """,
                row -> new UserType.Attribute(
                        row.text("attname"), row.type(), row.nameOrNull("collation_schema", "collation")));
    }

    /** The type joined as {@code type} is what a domain or range is made of, else the type itself. */
    private static String query(Catalog catalog) {
        String multirange = catalog.since(14, "r.rngmultitypid", "NULL::pg_catalog.oid");
        return """
                WITH RECURSIVE needed(oid) AS (
                  SELECT t.oid
                  FROM pg_catalog.pg_type t
                  LEFT JOIN pg_catalog.pg_depend e
                    ON e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid AND e.deptype = 'e'
                  WHERE t.typnamespace IN (:schemas) AND e.objid IS NULL
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_type el WHERE el.typarray = t.oid)
                UNION
                  SELECT a.atttypid
                  FROM pg_catalog.pg_class c
                  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  WHERE c.relkind IN ('r', 'p', 'f') AND c.relnamespace IN (:schemas)
                UNION
                  SELECT part.oid
                  FROM needed n
                  JOIN pg_catalog.pg_type t ON t.oid = n.oid
                  LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
                  LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
                  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  CROSS JOIN LATERAL (VALUES (t.typelem), (t.typbasetype), (r.rngsubtype), (a.atttypid)) AS part(oid)
                  WHERE part.oid <> 0
                )
                SELECT t.oid, n.nspname AS schema, t.typname AS name, t.typtype::text AS typtype, t.typnotnull,
                  pg_catalog.pg_get_expr(t.typdefaultbin, 0) AS typdefault,
                  d.description AS comment, x.extname,
                  ms.nspname AS multirange_schema, m.typname AS multirange,
                  cs.nspname AS collation_schema, co.collname AS collation,
                """
                + TypeSql.columns("type.oid", "t.typtypmod")
                + """

                FROM needed
                JOIN pg_catalog.pg_type t ON t.oid = needed.oid
                JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
                LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
                LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
                """
                + TypeSql.joins("COALESCE(NULLIF(t.typbasetype, 0), r.rngsubtype, t.oid)")
                + """
                LEFT JOIN pg_catalog.pg_type m ON m.oid = %s
                LEFT JOIN pg_catalog.pg_namespace ms ON ms.oid = m.typnamespace
                LEFT JOIN pg_catalog.pg_collation co
                  ON t.typtype = 'd' AND co.oid = t.typcollation AND t.typcollation <> type.typcollation
                LEFT JOIN pg_catalog.pg_namespace cs ON cs.oid = co.collnamespace
                LEFT JOIN pg_catalog.pg_description d
                  ON d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objoid = t.oid AND d.objsubid = 0
                LEFT JOIN pg_catalog.pg_depend e
                  ON e.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND e.objid = t.oid AND e.deptype = 'e'
                LEFT JOIN pg_catalog.pg_extension x ON x.oid = e.refobjid
                WHERE t.typisdefined AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                  AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c'
                    OR t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_catalog.pg_type el WHERE el.typarray = t.oid))
                """.formatted(multirange);
    }
}
