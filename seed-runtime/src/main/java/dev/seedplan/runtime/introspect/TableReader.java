package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Index;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Table;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the tables with all that belongs to them. */
final class TableReader {

    private final Map<Long, List<Column>> columns;
    private final Map<Long, List<Constraint>> constraints;
    private final Map<Long, List<Index>> indexes;
    private final Map<Long, List<Table.Trigger>> triggers;
    private final Map<Long, List<String>> rules;
    private final Map<Long, List<Table.Policy>> policies;
    private final Map<Long, List<QName>> parents;

    private TableReader(Catalog catalog, DomainNotNull domains) throws SQLException {
        columns = ColumnReader.read(catalog, domains);
        constraints = ConstraintReader.read(catalog);
        indexes = IndexReader.read(catalog);
        triggers = TriggerReader.triggers(catalog);
        rules = TriggerReader.rules(catalog);
        policies = PolicyReader.read(catalog);
        parents = catalog.listByOwner("""
                SELECT i.inhrelid AS owner, n.nspname AS schema, c.relname AS name
                FROM pg_catalog.pg_inherits i
                JOIN pg_catalog.pg_class c ON c.oid = i.inhparent AND c.relkind IN ('r', 'p', 'f')
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                ORDER BY i.inhrelid, i.inhseqno
                """, row -> row.name("schema", "name"));
    }

    static List<Table> read(Catalog catalog, DomainNotNull domains) throws SQLException {
        TableReader reader = new TableReader(catalog, domains);
        List<Table> tables = catalog.list("""
                SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind::text AS relkind,
                  c.relpersistence = 'u' AND c.relkind <> 'p' AS unlogged,
                  CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partitioning,
                  c.relispartition, pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound,
                  c.relrowsecurity, c.relforcerowsecurity, d.description AS comment, x.extname
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_catalog.pg_description d
                  ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = c.oid AND d.objsubid = 0
                LEFT JOIN pg_catalog.pg_depend e
                  ON e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.objsubid = 0
                  AND e.deptype = 'e'
                LEFT JOIN pg_catalog.pg_extension x ON x.oid = e.refobjid
                WHERE c.relkind IN ('r', 'p', 'f') AND c.relnamespace IN (:schemas)
                """, reader::table);
        return PartitionIdentity.inherited(tables).stream()
                .sorted(Comparator.comparing(Table::name))
                .toList();
    }

    private Table table(CatalogRow row) throws SQLException {
        long oid = row.number("oid");
        boolean partition = row.flag("relispartition");
        List<QName> above = parents.getOrDefault(oid, List.of());
        return new Table(
                row.name("schema", "name"),
                switch (row.text("relkind")) {
                    case "p" -> Table.Kind.PARTITIONED;
                    case "f" -> Table.Kind.FOREIGN;
                    default -> Table.Kind.ORDINARY;
                },
                row.flag("unlogged"),
                row.textOrNull("partitioning"),
                partition && !above.isEmpty() ? above.get(0) : null,
                row.textOrNull("bound"),
                partition ? List.of() : List.copyOf(above),
                List.copyOf(columns.getOrDefault(oid, List.of())),
                sorted(constraints, oid, Constraint::name),
                sorted(indexes, oid, Index::name),
                sorted(triggers, oid, Table.Trigger::name),
                sorted(rules, oid, rule -> rule),
                row.flag("relrowsecurity"),
                row.flag("relforcerowsecurity"),
                sorted(policies, oid, Table.Policy::name),
                row.proseOrNull("comment"),
                row.textOrNull("extname"));
    }

    private static <T> List<T> sorted(Map<Long, List<T>> lists, long oid, Function<T, String> name) {
        return lists.getOrDefault(oid, List.of()).stream()
                .sorted(Comparator.comparing(name))
                .toList();
    }
}
