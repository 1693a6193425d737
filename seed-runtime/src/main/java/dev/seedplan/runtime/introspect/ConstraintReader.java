package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Constraint.Action;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Constraint.Match;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Reads the constraints of tables. NOT NULL, which PostgreSQL 18 lists among them, is the columns' matter. Left out too
 * are the entries that a foreign key to a partitioned table has for each partition it points at.
 */
final class ConstraintReader {

    private ConstraintReader() {}

    static Map<Long, List<Constraint>> read(Catalog catalog) throws SQLException {
        return catalog.listByOwner(
                """
                SELECT con.conrelid AS owner, con.conname, con.contype::text AS contype, con.condeferrable,
                  con.condeferred, con.convalidated, con.connoinherit, con.confupdtype::text AS confupdtype,
                  con.confdeltype::text AS confdeltype, con.confmatchtype::text AS confmatchtype,
                  pg_catalog.pg_get_constraintdef(con.oid) AS definition,
                  pg_catalog.pg_get_expr(con.conbin, con.conrelid) AS expression,
                  (SELECT pg_catalog.array_agg(a.attname::text
                     ORDER BY CASE WHEN con.contype = 'c' THEN k.num ELSE k.place END)
                   FROM pg_catalog.unnest(con.conkey) WITH ORDINALITY AS k(num, place)
                   JOIN pg_catalog.pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.num) AS columns,
                  (SELECT pg_catalog.array_agg(a.attname::text ORDER BY k.place)
                   FROM pg_catalog.unnest(con.confkey) WITH ORDINALITY AS k(num, place)
                   JOIN pg_catalog.pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.num) AS ref_columns,
                  rn.nspname AS ref_schema, r.relname AS ref_name, %s AS nulls_not_distinct, d.description AS comment
                FROM pg_catalog.pg_constraint con
                JOIN pg_catalog.pg_class c ON c.oid = con.conrelid
                LEFT JOIN pg_catalog.pg_class r ON r.oid = con.confrelid
                LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
                LEFT JOIN pg_catalog.pg_index i ON con.contype = 'u' AND i.indexrelid = con.conindid
                LEFT JOIN pg_catalog.pg_constraint above ON above.oid = con.conparentid
                LEFT JOIN pg_catalog.pg_description d
                  ON d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objoid = con.oid
                WHERE con.contype IN ('p', 'u', 'f', 'c', 'x')
                  AND c.relkind IN ('r', 'p', 'f') AND c.relnamespace IN (:schemas)
                  AND (above.oid IS NULL OR above.conrelid <> con.conrelid)
                """.formatted(catalog.since(15, "i.indnullsnotdistinct", "false")), ConstraintReader::constraint);
    }

    private static Constraint constraint(CatalogRow row) throws SQLException {
        String name = row.text("conname");
        List<String> columns = row.texts("columns");
        String definition = row.text("definition");
        String comment = row.proseOrNull("comment");
        Deferral deferral = row.flag("condeferred")
                ? Deferral.DEFERRED
                : row.flag("condeferrable") ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE;
        return switch (row.text("contype")) {
            case "p" -> new Constraint.PrimaryKey(name, columns, deferral, definition, comment);
            case "u" ->
                new Constraint.Unique(name, columns, row.flag("nulls_not_distinct"), deferral, definition, comment);
            case "f" ->
                new Constraint.ForeignKey(
                        name,
                        columns,
                        row.name("ref_schema", "ref_name"),
                        row.texts("ref_columns"),
                        match(row.text("confmatchtype")),
                        action(row.text("confupdtype")),
                        action(row.text("confdeltype")),
                        row.flag("convalidated"),
                        deferral,
                        definition,
                        comment);
            case "c" ->
                new Constraint.Check(
                        name,
                        columns,
                        row.text("expression"),
                        row.flag("convalidated"),
                        row.flag("connoinherit"),
                        deferral,
                        definition,
                        comment);
            default -> new Constraint.Exclusion(name, columns, deferral, definition, comment);
        };
    }

    private static Match match(String code) {
        return switch (code) {
            case "f" -> Match.FULL;
            case "p" -> Match.PARTIAL;
            default -> Match.SIMPLE;
        };
    }

    private static Action action(String code) {
        return switch (code) {
            case "r" -> Action.RESTRICT;
            case "c" -> Action.CASCADE;
            case "n" -> Action.SET_NULL;
            case "d" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }
}
