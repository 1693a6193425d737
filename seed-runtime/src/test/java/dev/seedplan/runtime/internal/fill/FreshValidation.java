package dev.seedplan.runtime.internal.fill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lets PostgreSQL look at the rows of a schema again: every constraint is added once more and every unique index built anew. */
final class FreshValidation {

    private static final String STATEMENTS = """
            select format('ALTER TABLE %s ADD %s', k.conrelid::regclass,
                case k.contype when 'p' then replace(pg_get_constraintdef(k.oid), 'PRIMARY KEY', 'UNIQUE')
                  else replace(pg_get_constraintdef(k.oid), ' NOT VALID', '') end)
              from pg_constraint k join pg_class c on c.oid = k.conrelid
              where k.connamespace = $1::regnamespace and k.contype in ('c', 'f', 'p', 'u', 'x') and k.conparentid = 0
                and not c.relispartition
            union all
            select format('ALTER DOMAIN %s ADD %s', k.contypid::regtype, pg_get_constraintdef(k.oid))
              from pg_constraint k where k.connamespace = $1::regnamespace and k.contypid <> 0 and k.contype = 'c'
            union all
            select regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE UNIQUE INDEX \\S+ ', 'CREATE UNIQUE INDEX ')
              from pg_index i join pg_class c on c.oid = i.indexrelid
              where c.relnamespace = $1::regnamespace and i.indisunique and not c.relispartition
                and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
            union all
            select format('DO $x$ BEGIN IF EXISTS (SELECT FROM %s WHERE %I IS NULL) THEN'
                ' RAISE EXCEPTION ''NULL in %s.%s''; END IF; END $x$', c.oid::regclass, a.attname, c.relname, a.attname)
              from pg_attribute a join pg_class c on c.oid = a.attrelid
              where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and a.attnotnull and a.attnum > 0
            """;

    private FreshValidation() {}

    /** {@return what PostgreSQL objects to; empty if all constraints hold} */
    static List<String> objections(Connection connection, String schema) throws SQLException {
        List<String> objections = new ArrayList<>();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            List<String> again = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(STATEMENTS.replace("$1", "'" + schema + "'"))) {
                while (rows.next()) {
                    again.add(rows.getString(1));
                }
            }
            if (!again.isEmpty()) {
                String all = String.join(";\n", again);
                try {
                    statement.execute(all);
                } catch (SQLException e) {
                    objections.add(e.getMessage());
                }
            }
        } finally {
            connection.rollback();
        }
        return objections;
    }

    /** {@return for each table its number of rows and a hash over all of them, by name} */
    static SortedMap<String, String> contents(Connection connection, String schema) throws SQLException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select relname from pg_class where relnamespace = '" + schema
                    + "'::regnamespace and relkind in ('r', 'p') and not relispartition")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate \"C\")), '') from "
                                + schema + "." + table + " t")) {
                    row.next();
                    contents.put(schema + "." + table, row.getString(1));
                }
            }
        } finally {
            connection.rollback();
        }
        return contents;
    }
}
