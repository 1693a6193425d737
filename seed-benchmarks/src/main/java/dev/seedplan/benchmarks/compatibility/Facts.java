package dev.seedplan.benchmarks.compatibility;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * How large a schema is, without what belongs to PostgreSQL and to extensions.
 *
 * @param tables ordinary and partitioned tables, without partitions
 * @param columns their columns
 * @param checks CHECK constraints of tables and domains
 * @param uniques primary keys, unique and exclusion constraints and unique indexes, without those of partitions
 * @param foreignKeys foreign keys, without those of partitions
 * @param triggers triggers that are not PostgreSQL's own, without those of partitions
 */
record Facts(int tables, int columns, int checks, int uniques, int foreignKeys, int triggers) {

    private static final String SQL = """
            with t as (select c.oid, c.relkind, c.relispartition from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
            select (select count(*) from t where not t.relispartition),
              (select count(*) from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                and not t.relispartition),
              (select count(*) from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'c' and not t.relispartition)
                + (select count(*) from pg_constraint k join pg_type y on y.oid = k.contypid
                   join pg_namespace n on n.oid = y.typnamespace
                   where k.contype = 'c' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
                   and not exists (select from pg_depend d where d.objid = y.oid and d.deptype = 'e')),
              (select count(*) from t join pg_index i on i.indrelid = t.oid
                and (i.indisunique or i.indisexclusion) and not t.relispartition),
              (select count(*) from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conparentid = 0),
              (select count(*) from t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal and g.tgparentid = 0)
            """;

    static Facts of(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            row.next();
            return new Facts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6));
        }
    }
}
