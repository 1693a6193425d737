package dev.seedplan.runtime.internal.load.deferral;

import dev.seedplan.runtime.introspect.Introspection;
import dev.seedplan.schema.SnapshotJson;
import dev.seedplan.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** All that the catalogs say of a database's tables, but for numbers that stand for objects and files. */
final class Catalogue {

    private static final String CONSTRAINTS = """
            select con.conrelid::regclass, conname, pg_get_constraintdef(con.oid), condeferrable, condeferred, convalidated,
              conislocal, coninhcount, connoinherit, conindid::regclass, confrelid::regclass,
              obj_description(con.oid, 'pg_constraint'),
              (select string_agg(concat_ws(':', tgrelid::regclass, tgenabled, tgfoid::regproc, tgdeferrable,
                 tginitdeferred), ',' order by tgfoid::regproc::text) from pg_trigger where tgconstraint = con.oid),
              row_number() over (partition by conrelid, contype order by con.oid)
            from pg_constraint con join pg_class c on c.oid = con.conrelid
            where c.relnamespace::regnamespace::text not like 'pg!_%' escape '!' and c.relnamespace <> 'information_schema'::regnamespace
            order by 1, conname""";

    private static final String INDEXES = """
            select i.indrelid::regclass, i.indexrelid::regclass, pg_get_indexdef(i.indexrelid), indisunique, indisclustered,
              indisreplident, indisvalid, indisready, indimmediate, c.reloptions, c.relpersistence, c.relowner::regrole,
              (select spcname from pg_tablespace t where t.oid = c.reltablespace), obj_description(c.oid, 'pg_class'),
              (select string_agg(concat_ws(':', attnum, attname, coalesce(attstattarget, -1), attstorage,
                 attoptions), ',' order by attnum) from pg_attribute a where a.attrelid = c.oid),
              row_number() over (partition by i.indrelid, indisunique order by c.oid)
            from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace::regnamespace::text not like 'pg!_%' escape '!' and c.relnamespace <> 'information_schema'::regnamespace
            order by 1, c.relname""";

    private static final String TABLES = """
            select c.oid::regclass, c.oid, relreplident, reloptions, relpersistence, relowner::regrole, relacl,
              obj_description(c.oid, 'pg_class'), relhasindex, relhastriggers,
              (select string_agg(attname || ':' || coalesce(attstattarget, -1), ',' order by attnum)
               from pg_attribute a where a.attrelid = c.oid and attnum > 0)
            from pg_class c
            where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not like 'pg!_%' escape '!'
              and c.relnamespace <> 'information_schema'::regnamespace
            order by c.oid""";

    private Catalogue() {}

    static String of(TestDatabase database) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String query : new String[] {TABLES, CONSTRAINTS, INDEXES}) {
            database.query(query).forEach(row -> text.append(row).append('\n'));
        }
        try (Connection connection = database.connect()) {
            return text.append(SnapshotJson.write(Introspection.read(connection)))
                    .toString();
        }
    }
}
