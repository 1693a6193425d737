package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Reads triggers and rules of tables. A trigger of a partitioned table is not repeated for its partitions, where the
 * server lists it once more: marked as internal before PostgreSQL 15, as a copy since 13.
 */
final class TriggerReader {

    private TriggerReader() {}

    static Map<Long, List<Table.Trigger>> triggers(Catalog catalog) throws SQLException {
        return catalog.listByOwner(
                """
                SELECT t.tgrelid AS owner, t.tgname, n.nspname AS schema, p.proname AS name,
                  t.tgenabled::text AS tgenabled, pg_catalog.pg_get_triggerdef(t.oid) AS definition
                FROM pg_catalog.pg_trigger t
                JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
                JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
                JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
                WHERE NOT t.tgisinternal AND %s AND c.relkind IN ('r', 'p', 'f') AND c.relnamespace IN (:schemas)
                """.formatted(catalog.since(13, "t.tgparentid = 0", "true")),
                row -> new Table.Trigger(
                        row.text("tgname"), row.name("schema", "name"), row.text("tgenabled"), row.text("definition")));
    }

    static Map<Long, List<String>> rules(Catalog catalog) throws SQLException {
        return catalog.listByOwner("""
                SELECT r.ev_class AS owner, pg_catalog.pg_get_ruledef(r.oid) AS definition
                FROM pg_catalog.pg_rewrite r
                JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
                WHERE r.rulename <> '_RETURN' AND c.relkind IN ('r', 'p', 'f') AND c.relnamespace IN (:schemas)
                """, row -> row.text("definition"));
    }
}
