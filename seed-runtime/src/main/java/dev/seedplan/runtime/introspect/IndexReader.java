package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.Index;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of tables, those that back a constraint too. */
final class IndexReader {

    /** A key or an included column. */
    private record Part(
            boolean included,
            @Nullable String column,
            @Nullable String expression) {}

    private IndexReader() {}

    static Map<Long, List<Index>> read(Catalog catalog) throws SQLException {
        Map<Long, List<Part>> parts = catalog.listByOwner(
                """
                SELECT i.indexrelid AS owner, k.place > i.indnkeyatts AS included, a.attname,
                  CASE WHEN k.num = 0
                    THEN pg_catalog.pg_get_indexdef(i.indexrelid, k.place::pg_catalog.int4, false) END AS expression
                FROM pg_catalog.pg_index i
                JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
                CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY AS k(num, place)
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num AND k.num <> 0
                WHERE c.relkind IN ('r', 'p', 'f') AND c.relnamespace IN (:schemas)
                ORDER BY i.indexrelid, k.place
                """, row -> new Part(row.flag("included"), row.textOrNull("attname"), row.textOrNull("expression")));
        return catalog.listByOwner(
                """
                SELECT i.indrelid AS owner, i.indexrelid, ic.relname AS name, m.amname, i.indisunique, i.indisprimary,
                  con.conname, pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate, %s AS nulls_not_distinct,
                  pg_catalog.pg_get_indexdef(i.indexrelid) AS definition, d.description AS comment
                FROM pg_catalog.pg_index i
                JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
                JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
                JOIN pg_catalog.pg_am m ON m.oid = ic.relam
                LEFT JOIN pg_catalog.pg_constraint con
                  ON con.conindid = i.indexrelid AND con.conrelid = i.indrelid AND con.contype IN ('p', 'u', 'x')
                LEFT JOIN pg_catalog.pg_description d
                  ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
                  AND d.objoid = i.indexrelid AND d.objsubid = 0
                WHERE i.indislive AND c.relkind IN ('r', 'p', 'f') AND c.relnamespace IN (:schemas)
                """.formatted(catalog.since(15, "i.indnullsnotdistinct", "false")), row -> index(row, parts));
    }

    private static Index index(CatalogRow row, Map<Long, List<Part>> parts) throws SQLException {
        List<Index.Key> keys = new ArrayList<>();
        List<String> included = new ArrayList<>();
        for (Part part : parts.getOrDefault(row.number("indexrelid"), List.of())) {
            if (part.included && part.column != null) {
                included.add(part.column);
            } else {
                keys.add(new Index.Key(part.column, part.expression));
            }
        }
        return new Index(
                row.text("name"),
                row.text("amname"),
                row.flag("indisunique"),
                row.flag("indisprimary"),
                row.textOrNull("conname"),
                List.copyOf(keys),
                List.copyOf(included),
                row.textOrNull("predicate"),
                row.flag("nulls_not_distinct"),
                row.text("definition"),
                row.proseOrNull("comment"));
    }
}
