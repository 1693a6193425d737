package dev.seedplan.runtime.internal.load.deferral;

import dev.seedplan.runtime.internal.database.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is to be known before anything is dropped: four queries, whatever the number of tables. */
final class CatalogFacts {

    private static final String TABLES = """
            select c.oid, n.nspname, c.relname, c.reltuples::bigint as existing, c.relkind <> 'r' as other_kind,
              c.relispartition as partition, pg_has_role(c.relowner, 'USAGE') as owned,
              has_schema_privilege(n.oid, 'CREATE') as creates,
              exists (select from pg_inherits where inhparent = c.oid or inhrelid = c.oid) as inherits,
              (select string_agg(tgname, ', ' order by tgname) from pg_trigger
               where tgrelid = c.oid and not tgisinternal and tgenabled <> 'D') as triggers,
              exists (select from pg_rewrite where ev_class = c.oid) as rules,
              exists (select from pg_publication_tables s
                where s.schemaname = n.nspname and s.tablename = c.relname) as published,
              has_table_privilege(c.oid, 'TRUNCATE')
                and not exists (select from pg_index i where i.indrelid = c.oid and not i.indisvalid) as truncates,
              (select array_agg(distinct conrelid::bigint) from pg_constraint
               where contype = 'f' and confrelid = c.oid) as referencing
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.oid = any(select unnest(?::text[])::regclass)""";

    private static final String KEYS = """
            select con.conrelid, con.conname, con.confrelid, pn.nspname, p.relname,
              pg_get_constraintdef(con.oid) as definition, obj_description(con.oid, 'pg_constraint') as comment,
              con.conindid::regclass::text as parent_index, not con.convalidated as not_valid,
              con.conparentid <> 0 or con.coninhcount > 0 or not con.conislocal as inherited,
              p.relkind <> 'r' or p.relispartition as partitioned_parent,
              exists (select from pg_trigger where tgconstraint = con.oid and tgenabled <> 'O') as odd_triggers,
              has_table_privilege(p.oid, 'REFERENCES') and has_table_privilege(p.oid, 'UPDATE, DELETE, TRUNCATE')
                and has_table_privilege(p.oid, 'SELECT') and has_schema_privilege(pn.oid, 'USAGE') as allowed,
              (select count(*) from pg_index i
               where i.indrelid = p.oid and i.indisunique and i.indnkeyatts = cardinality(con.confkey)
                 and (select array_agg(k order by k) from unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) k)
                   = (select array_agg(k order by k) from unnest(con.confkey) k)) as candidates,
              exists (select from pg_depend d where d.refclassid = 'pg_constraint'::regclass and d.refobjid = con.oid
                and d.classid <> 'pg_trigger'::regclass)
              or exists (select from pg_depend d where d.classid = 'pg_constraint'::regclass and d.objid = con.oid
                and d.deptype in ('e', 'x')) as tied
            from pg_constraint con join pg_class p on p.oid = con.confrelid join pg_namespace pn on pn.oid = p.relnamespace
            where con.contype = 'f' and con.conrelid = any(select unnest(?::text[])::regclass)
            order by con.oid""";

    private static final String INDEXES = """
            select i.indrelid, n.nspname, ic.relname, pg_get_indexdef(i.indexrelid) as definition,
              coalesce(t.spcname, '') as tablespace, obj_description(i.indexrelid, 'pg_class') as comment,
              i.indisclustered, i.indisunique, i.indisreplident, i.indexrelid::regclass::text as printed,
              i.indexprs is not null or i.indpred is not null as computed,
              con.conname, con.contype = 'p' as primary_key, con.condeferrable, con.condeferred,
              obj_description(con.oid, 'pg_constraint') as constraint_comment,
              (select count(*) from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid) as referrers,
              has_schema_privilege(n.oid, 'CREATE') as creates, not (i.indisvalid and i.indisready and i.indislive) as invalid,
              t.oid is not null and not has_tablespace_privilege(t.oid, 'CREATE') as no_tablespace,
              (select array_agg(a.attnum || ':' || a.attstattarget order by a.attnum) from pg_attribute a
               where a.attrelid = i.indexrelid and coalesce(a.attstattarget, -1) >= 0) as statistics,
              exists (select from pg_depend d where d.refclassid = 'pg_class'::regclass and d.refobjid = i.indexrelid
                and not (d.classid = 'pg_constraint'::regclass
                  and exists (select from pg_constraint f where f.oid = d.objid and f.contype = 'f')))
              or exists (select from pg_depend d where d.refclassid = 'pg_constraint'::regclass and d.refobjid = con.oid
                and d.classid <> 'pg_trigger'::regclass and d.objid <> i.indexrelid)
              or exists (select from pg_depend d where d.classid = 'pg_constraint'::regclass and d.objid = con.oid
                and d.deptype in ('e', 'x'))
              or exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = i.indexrelid
                and d.deptype in ('e', 'x', 'P', 'S')) as tied
            from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_namespace n on n.oid = ic.relnamespace
            left join pg_tablespace t on t.oid = ic.reltablespace
            left join pg_constraint con on con.conindid = i.indexrelid and con.contype in ('p', 'u')
            where i.indrelid = any(select unnest(?::text[])::regclass) and not i.indisexclusion
            order by i.indexrelid""";

    private final Connection connection;

    CatalogFacts(Connection connection) {
        this.connection = connection;
    }

    /** {@return the tables by their OIDs' order in the list of names; names are quoted for SQL} */
    List<TableFacts> read(List<String> names) throws SQLException {
        // With an empty path every name is printed with its schema; the user's own path stays in force for the rest.
        String path = ask("select current_setting('search_path')");
        ask("select set_config('search_path', '', true)");
        try {
            Map<Long, List<KeyFacts>> keys = rows(KEYS, names, CatalogFacts::key);
            Map<Long, List<IndexFacts>> indexes = rows(INDEXES, names, CatalogFacts::index);
            Map<Long, List<TableFacts>> tables = rows(TABLES, names, row -> table(row, keys, indexes));
            Map<String, TableFacts> byName = new HashMap<>();
            tables.values().forEach(list -> list.forEach(table -> byName.put(table.sql(), table)));
            return names.stream().filter(byName::containsKey).map(byName::get).toList();
        } finally {
            set("search_path", path);
        }
    }

    /** {@return why nothing at all may wait in this database or transaction; null where it may} */
    @Nullable
    String generalHindrance() throws SQLException {
        String triggers = ask("""
                select string_agg(evtname, ', ' order by evtname) from pg_event_trigger
                where evtenabled in ('O', 'A') and evtevent <> 'login'""");
        if (triggers != null) {
            return "event trigger " + triggers + " would fire";
        }
        return "origin".equals(ask("select current_setting('session_replication_role')"))
                ? null
                : "session_replication_role is not origin";
    }

    /** {@return whether what we see is what is committed, so that an empty table under our lock is empty} */
    boolean seesCommitted() throws SQLException {
        return "read committed".equals(ask("select current_setting('transaction_isolation')"));
    }

    void set(String setting, @Nullable String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    @Nullable
    String ask(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private interface RowFunction<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Lists by the OID in the first column. */
    private <T> Map<Long, List<T>> rows(String query, List<String> names, RowFunction<T> function) throws SQLException {
        Map<Long, List<T>> lists = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lists.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                            .add(function.of(row));
                }
            }
        }
        return lists;
    }

    private static KeyFacts key(ResultSet row) throws SQLException {
        List<String> hindrances = new ArrayList<>();
        add(hindrances, row.getBoolean("not_valid"), "is NOT VALID");
        add(hindrances, row.getBoolean("inherited"), "is inherited");
        add(hindrances, row.getBoolean("partitioned_parent"), "points at a partitioned table");
        add(hindrances, row.getBoolean("odd_triggers"), "has triggers that were disabled or set to ALWAYS");
        add(
                hindrances,
                !row.getBoolean("allowed"),
                "points at a table on which the role lacks REFERENCES, SELECT or what a lock needs");
        add(hindrances, row.getInt("candidates") > 1, "could rely on more than one unique index");
        add(hindrances, row.getBoolean("tied"), "has other objects that depend on it");
        return new KeyFacts(
                row.getString("conname"),
                row.getLong("confrelid"),
                Sql.quote(row.getString("nspname")) + "." + Sql.quote(row.getString("relname")),
                row.getString("definition"),
                row.getString("comment"),
                row.getString("parent_index"),
                List.copyOf(hindrances));
    }

    private static IndexFacts index(ResultSet row) throws SQLException {
        List<String> hindrances = new ArrayList<>();
        add(hindrances, row.getBoolean("invalid"), "is not valid");
        add(hindrances, row.getBoolean("no_tablespace"), "is in a tablespace the role may not use");
        add(hindrances, row.getBoolean("tied"), "has other objects that depend on it");
        UniqueFacts unique = row.getBoolean("indisunique") ? unique(row, hindrances) : null;
        String bare = Sql.quote(row.getString("relname"));
        return new IndexFacts(
                Sql.quote(row.getString("nspname")) + "." + bare,
                bare,
                row.getString("definition"),
                row.getString("tablespace"),
                row.getString("comment"),
                row.getBoolean("indisclustered"),
                List.of(strings(row.getArray("statistics"))),
                unique,
                List.copyOf(hindrances));
    }

    private static UniqueFacts unique(ResultSet row, List<String> hindrances) throws SQLException {
        // Two rows with the same key are looked for by the values of columns; COPY names them itself.
        add(hindrances, row.getBoolean("computed"), "is over expressions, or a part of the rows");
        add(hindrances, row.getBoolean("indisreplident"), "identifies rows for replication");
        add(hindrances, !row.getBoolean("creates"), "is in a schema where the role may not create indexes");
        String constraint = row.getString("conname");
        add(hindrances, constraint != null && !constraint.equals(row.getString("relname")), "is named unlike its key");
        return new UniqueFacts(
                row.getString("printed"),
                constraint,
                new UniqueFacts.Kind(
                        row.getBoolean("primary_key"), row.getBoolean("condeferrable"), row.getBoolean("condeferred")),
                row.getString("constraint_comment"),
                row.getLong("referrers"));
    }

    private static TableFacts table(ResultSet row, Map<Long, List<KeyFacts>> keys, Map<Long, List<IndexFacts>> indexes)
            throws SQLException {
        long oid = row.getLong(1);
        List<IndexFacts> all = indexes.getOrDefault(oid, List.of());
        List<IndexFacts> plain = all.stream().filter(i -> i.unique() == null).toList();
        List<IndexFacts> uniques = all.stream().filter(i -> i.unique() != null).toList();
        List<String> hindrances = new ArrayList<>();
        add(hindrances, row.getBoolean("other_kind"), "it is partitioned, or no ordinary table");
        add(hindrances, row.getBoolean("partition"), "it is a partition");
        add(hindrances, row.getBoolean("inherits"), "it inherits, or is inherited from");
        add(hindrances, !row.getBoolean("owned"), "the role does not own it");
        add(
                hindrances,
                !plain.isEmpty() && !row.getBoolean("creates"),
                "the role may not create indexes in its schema");
        add(hindrances, row.getString("triggers") != null, "trigger " + row.getString("triggers") + " fires");
        add(hindrances, row.getBoolean("rules"), "it has rules");
        List<Long> referencing = new ArrayList<>();
        for (String referrer : strings(row.getArray("referencing"))) {
            referencing.add(Long.valueOf(referrer));
        }
        return new TableFacts(
                oid,
                row.getString("nspname") + "." + row.getString("relname"),
                Sql.quote(row.getString("nspname")) + "." + Sql.quote(row.getString("relname")),
                Math.max(0, row.getLong("existing")),
                List.copyOf(keys.getOrDefault(oid, List.of())),
                plain,
                uniques,
                List.copyOf(referencing),
                List.copyOf(hindrances),
                row.getBoolean("truncates") && !row.getBoolean("published"));
    }

    private static void add(List<String> hindrances, boolean hinders, String why) {
        if (hinders) {
            hindrances.add(why);
        }
    }

    private static String[] strings(@Nullable Array array) throws SQLException {
        if (array == null) {
            return new String[0];
        }
        Object[] elements = (Object[]) array.getArray();
        String[] texts = new String[elements.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(elements[i]);
        }
        return texts;
    }
}
