package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.TypeRef;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the columns of tables. */
final class ColumnReader {

    private ColumnReader() {}

    static Map<Long, List<Column>> read(Catalog catalog, DomainNotNull domains) throws SQLException {
        return catalog.listByOwner(
                """
                SELECT a.attrelid AS owner, a.attname, a.attnotnull, a.attidentity::text AS attidentity,
                  a.attgenerated::text AS attgenerated, pg_catalog.pg_get_expr(v.adbin, v.adrelid) AS expression,
                  cs.nspname AS collation_schema, co.collname AS collation,
                  sequence.nspname AS sequence_schema, sequence.relname AS sequence, d.description AS comment,
                """ + TypeSql.columns("a.atttypid", "a.atttypmod") + """

                        FROM pg_catalog.pg_attribute a
                        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
                        """ + TypeSql.joins("a.atttypid") + """
                        LEFT JOIN pg_catalog.pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum
                        LEFT JOIN pg_catalog.pg_collation co
                          ON co.oid = a.attcollation AND a.attcollation <> type.typcollation
                        LEFT JOIN pg_catalog.pg_namespace cs ON cs.oid = co.collnamespace
                        LEFT JOIN pg_catalog.pg_description d
                          ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
                          AND d.objoid = a.attrelid AND d.objsubid = a.attnum
                        LEFT JOIN LATERAL (
                          SELECT sn.nspname, s.relname
                          FROM pg_catalog.pg_depend o
                          JOIN pg_catalog.pg_class s ON s.oid = o.objid AND s.relkind = 'S'
                          JOIN pg_catalog.pg_namespace sn ON sn.oid = s.relnamespace
                          WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.objsubid = 0
                            AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                            AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum AND o.deptype IN ('a', 'i')
                          ORDER BY o.deptype = 'i' DESC,
                            EXISTS (
                              SELECT FROM pg_catalog.pg_depend u
                              WHERE u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND u.objid = v.oid
                                AND u.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND u.refobjid = s.oid) DESC,
                            sn.nspname, s.relname
                          LIMIT 1) sequence ON true
                        WHERE c.relkind IN ('r', 'p', 'f') AND c.relnamespace IN (:schemas)
                          AND a.attnum > 0 AND NOT a.attisdropped
                        ORDER BY a.attrelid, a.attnum
                        """,
                row -> column(row, domains));
    }

    private static Column column(CatalogRow row, DomainNotNull domains) throws SQLException {
        TypeRef type = row.type();
        @Nullable String expression = row.textOrNull("expression");
        String generated = row.text("attgenerated");
        return new Column(
                row.text("attname"),
                type,
                row.flag("attnotnull") || domains.refusesNull(type),
                generated.isEmpty() ? expression : null,
                switch (row.text("attidentity")) {
                    case "a" -> Identity.ALWAYS;
                    case "d" -> Identity.BY_DEFAULT;
                    default -> Identity.NONE;
                },
                generated.isEmpty() ? null : expression,
                generated.equals("s"),
                row.nameOrNull("collation_schema", "collation"),
                row.nameOrNull("sequence_schema", "sequence"),
                row.proseOrNull("comment"));
    }
}
