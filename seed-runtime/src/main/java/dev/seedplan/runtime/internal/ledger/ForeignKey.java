package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.schema.QName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A foreign key that points at rows of a run.
 *
 * @param name its name
 * @param child the table that has it
 * @param columns its columns
 * @param parent the table it points at
 * @param referenced the columns there
 * @param action what a deletion of the parent does: {@code pg_constraint.confdeltype}
 */
record ForeignKey(
        String name, QName child, List<String> columns, QName parent, List<String> referenced, String action) {

    private static final String QUERY = """
            select k.conname, cn.nspname, c.relname, pn.nspname, p.relname, k.confdeltype::text,
                   array(select a.attname::text from unnest(k.conkey) with ordinality u(num, place)
                         join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by place),
                   array(select a.attname::text from unnest(k.confkey) with ordinality u(num, place)
                         join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num order by place)
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid join pg_catalog.pg_namespace cn on cn.oid = c.relnamespace
            join pg_catalog.pg_class p on p.oid = k.confrelid join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
            where k.contype = 'f' and k.conparentid = 0 and pn.nspname = ? and p.relname = ?
            order by 2, 3, 1""";

    /** {@return the foreign keys that point at a table} */
    static List<ForeignKey> to(Connection connection, QName table) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, table.schema());
            query.setString(2, table.name());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    keys.add(new ForeignKey(
                            row.getString(1),
                            new QName(row.getString(2), row.getString(3)),
                            names(row.getArray(7)),
                            new QName(row.getString(4), row.getString(5)),
                            names(row.getArray(8)),
                            row.getString(6)));
                }
            }
        }
        return keys;
    }

    private static List<String> names(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** {@return the condition under which row {@code c} of the child points at row {@code p} of the parent} */
    String joins() {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.add("c." + Sql.quote(columns.get(i)) + " = p." + Sql.quote(referenced.get(i)));
        }
        return String.join(" and ", pairs);
    }

    /** {@return whether the server itself lets go of the parent: SET NULL or SET DEFAULT} */
    boolean letsGo() {
        return action.equals("n") || action.equals("d");
    }

    /** {@return for people: which columns of which table} */
    String text() {
        return child + " (" + String.join(", ", columns) + ")";
    }
}
