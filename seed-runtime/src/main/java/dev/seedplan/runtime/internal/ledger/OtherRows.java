package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.schema.QName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts rows of a database that no run of ours wrote. */
public final class OtherRows {

    /** Tables that hold something: what extensions bring and what belongs to a partitioned table is not counted by itself. */
    private static final String TABLES = """
            select n.nspname, c.relname, greatest(c.reltuples, 0)::bigint,
                   has_schema_privilege(n.oid, 'USAGE') and has_table_privilege(c.oid, 'SELECT')
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
              and n.nspname not in ('information_schema', ?) and n.nspname !~ '^pg_'
              and not exists (select 1 from pg_catalog.pg_depend d where d.classid = 'pg_class'::regclass
                              and d.objid = c.oid and d.deptype = 'e')
            """;

    /** Asking for a size waits for whoever has locked the table. */
    private static final String HOLDING = """
              and case when c.relkind = 'r' then pg_relation_size(c.oid) > 0
                       else exists (select 1 from pg_partition_tree(c.oid) p where pg_relation_size(p.relid) > 0) end
            """;

    private static final String LOCKED = "55P03";

    /** Tables that are asked about together: few questions, and an end soon where there are many rows. */
    private static final int TOGETHER = 50;

    private record Table(QName name, long estimate, boolean readable) {}

    private OtherRows() {}

    /**
     * {@return how many there are, but no more than {@code most}}
     *
     * @param connection with an open transaction, which stays as it was
     * @param ledgerSchema the schema of the ledger
     */
    public static long upTo(Connection connection, String ledgerSchema, long most) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            // A seeder at work holds locks on its tables; that it is at work is said elsewhere.
            statement.execute("set local lock_timeout = '500ms'");
        }
        try {
            return Math.min(most, counted(connection, ledgerSchema, most));
        } catch (SQLException e) {
            if (!LOCKED.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return Math.min(most, estimated(connection, ledgerSchema));
        } finally {
            connection.rollback(before);
        }
    }

    private static long counted(Connection connection, String ledgerSchema, long most) throws SQLException {
        List<WrittenStep> ours = ours(connection, new LedgerSchema(ledgerSchema));
        List<Table> tables = tables(connection, TABLES + HOLDING, ledgerSchema);
        long rows = 0;
        for (int i = 0; i < tables.size() && rows < most; i += TOGETHER) {
            rows += rows(connection, tables.subList(i, Math.min(tables.size(), i + TOGETHER)), ours, most);
        }
        return rows;
    }

    /** From the catalog alone, which nobody locks; rows of ours are not taken off. */
    private static long estimated(Connection connection, String ledgerSchema) throws SQLException {
        return tables(connection, TABLES, ledgerSchema).stream()
                .mapToLong(Table::estimate)
                .sum();
    }

    private static List<WrittenStep> ours(Connection connection, LedgerSchema schema) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return !schema.exists(connection)
                    ? List.of()
                    : new RunReader(connection, schema)
                            .all().stream().flatMap(run -> run.steps().stream()).toList();
        } catch (SQLException e) {
            // A role that may not read the ledger: whose the rows are is not known, then.
            connection.rollback(before);
            return List.of();
        }
    }

    private static List<Table> tables(Connection connection, String select, String ledgerSchema) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(select + "order by 3 desc, 1, 2")) {
            query.setString(1, ledgerSchema);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tables.add(new Table(
                            new QName(row.getString(1), row.getString(2)), row.getLong(3), row.getBoolean(4)));
                }
            }
        }
        return tables;
    }

    private static long rows(Connection connection, List<Table> tables, List<WrittenStep> ours, long most)
            throws SQLException {
        String counts = tables.stream()
                .filter(Table::readable)
                .map(t -> count(t.name(), OwnRows.of(t.name(), ours), most))
                .collect(Collectors.joining(" union all "));
        long hidden = tables.stream()
                .filter(t -> !t.readable())
                .mapToLong(Table::estimate)
                .sum();
        if (counts.isEmpty()) {
            return hidden;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(n) from (" + counts + ") as counts (n)")) {
            row.next();
            return hidden + row.getLong(1);
        }
    }

    private static String count(QName table, OwnRows own, long most) {
        return "select count(*) from (select 1 from " + Sql.quote(table.schema()) + "." + Sql.quote(table.name())
                + " as t" + (own.isEmpty() ? "" : " where not coalesce(" + own.untouched("t") + ", false)") + " limit "
                + most + ") as found";
    }
}
