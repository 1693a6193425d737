package dev.seedplan.runtime.introspect;

import dev.seedplan.schema.Snapshot;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Reads the sequences, those of extensions excepted. */
final class SequenceReader {

    private SequenceReader() {}

    static List<Snapshot.Sequence> read(Catalog catalog) throws SQLException {
        return catalog
                .list(
                        """
                SELECT n.nspname AS schema, c.relname AS name, pg_catalog.format_type(s.seqtypid, NULL) AS type,
                  s.seqstart, s.seqmin, s.seqmax, s.seqincrement, s.seqcycle,
                  tn.nspname AS table_schema, t.relname AS table_name, a.attname
                FROM pg_catalog.pg_sequence s
                JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_catalog.pg_depend d
                  ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.objsubid = 0
                  AND d.deptype IN ('a', 'i')
                  AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjsubid > 0
                LEFT JOIN pg_catalog.pg_class t ON t.oid = d.refobjid
                LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                WHERE (c.relnamespace IN (:schemas) OR t.relnamespace IN (:schemas))
                  AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid IN (c.oid, t.oid)
                      AND e.objsubid = 0 AND e.deptype = 'e')
                """,
                        row -> new Snapshot.Sequence(
                                row.name("schema", "name"),
                                row.text("type"),
                                row.number("seqstart"),
                                row.number("seqmin"),
                                row.number("seqmax"),
                                row.number("seqincrement"),
                                row.flag("seqcycle"),
                                row.nameOrNull("table_schema", "table_name"),
                                row.textOrNull("attname")))
                .stream()
                .sorted(Comparator.comparing(Snapshot.Sequence::name))
                .toList();
    }
}
