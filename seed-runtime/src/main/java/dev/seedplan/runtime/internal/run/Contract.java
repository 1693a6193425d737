package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.TableSpec;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the tables a program was compiled for with the database, and reports every difference at once. */
final class Contract {

    private static final String COLUMNS = """
            select n.nspname || '.' || c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
                   a.attnotnull or (t.typtype = 'd' and t.typnotnull), a.attidentity, a.attgenerated <> '',
                   a.atthasdef or a.attidentity <> '',
                   case when e.typtype = 'e' then array(select l.enumlabel::text from pg_catalog.pg_enum l
                        where l.enumtypid = e.oid order by l.enumsortorder) end
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_catalog.pg_type t on t.oid = a.atttypid
            join pg_catalog.pg_type e on e.oid = case when t.typelem <> 0 and t.typlen = -1 then t.typelem else t.oid end
            where n.nspname || '.' || c.relname = any (?) and c.relkind in ('r', 'p', 'f')
            order by a.attnum""";

    private static final String KEYS = """
            select n.nspname || '.' || c.relname, k.contype::text, k.conname,
                   array(select a.attname::text from unnest(k.conkey) with ordinality u(num, place)
                         join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num order by place),
                   pn.nspname || '.' || p.relname
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_class p on p.oid = k.confrelid
            left join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
            where n.nspname || '.' || c.relname = any (?) and k.contype in ('p', 'f')
            order by 1, 2, 3""";

    private record LiveColumn(
            String type, boolean notNull, String identity, boolean generated, boolean defaulted, List<String> labels) {}

    private record LiveKey(
            String kind, List<String> columns, @Nullable String references) {}

    private final Map<String, Map<String, LiveColumn>> columns = new TreeMap<>();
    private final Map<String, List<LiveKey>> keys = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    private Contract() {}

    static void check(Connection connection, PlanSpec plan) throws SQLException {
        Contract contract = new Contract();
        contract.read(connection, plan);
        plan.tables().forEach(contract::compare);
        if (!contract.differences.isEmpty()) {
            int count = contract.differences.size();
            throw RunError.DRIFT.because("plan " + plan.plan() + " does not fit this database, in "
                    + (count == 1 ? "one place" : count + " places") + ":\n  - "
                    + String.join("\n  - ", contract.differences) + "\n");
        }
    }

    private void read(Connection connection, PlanSpec plan) throws SQLException {
        Array tables = connection.createArrayOf(
                "text", plan.tables().stream().map(TableSpec::id).toArray());
        try (Statement path = connection.createStatement()) {
            // With an empty path types print with their schema, as in the snapshot; the path comes back afterwards.
            path.execute("savepoint before_contract; set local search_path = ''");
            readColumns(connection, tables);
            readKeys(connection, tables);
            path.execute("rollback to savepoint before_contract; release savepoint before_contract");
        }
    }

    private void readColumns(Connection connection, Array tables) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setArray(1, tables);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Array labels = rows.getArray(8);
                    columns.computeIfAbsent(rows.getString(1), t -> new LinkedHashMap<>())
                            .put(
                                    rows.getString(2),
                                    new LiveColumn(
                                            rows.getString(3),
                                            rows.getBoolean(4),
                                            identity(rows.getString(5)),
                                            rows.getBoolean(6),
                                            rows.getBoolean(7),
                                            labels == null ? List.of() : List.of((String[]) labels.getArray())));
                }
            }
        }
    }

    private void readKeys(Connection connection, Array tables) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(KEYS)) {
            query.setArray(1, tables);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.computeIfAbsent(rows.getString(1), t -> new ArrayList<>())
                            .add(new LiveKey(
                                    rows.getString(2),
                                    List.of((String[]) rows.getArray(4).getArray()),
                                    rows.getString(5)));
                }
            }
        }
    }

    private static String identity(String code) {
        return switch (code) {
            case "a" -> "ALWAYS";
            case "d" -> "BY DEFAULT";
            default -> "";
        };
    }

    private void compare(TableSpec table) {
        Map<String, LiveColumn> live = columns.get(table.id());
        if (live == null) {
            differences.add("table " + table.id() + " is missing");
            return;
        }
        for (ColumnSpec column : table.columns()) {
            LiveColumn now = live.get(column.name());
            if (now == null) {
                differences.add(
                        "column " + table.id() + "." + column.name() + " (" + column.sqlType() + ") is missing");
            } else {
                compare(table.id() + "." + column.name(), column, now);
            }
        }
        for (String name : new TreeSet<>(live.keySet())) {
            LiveColumn now = live.get(name);
            boolean known = table.columns().stream().anyMatch(c -> c.name().equals(name));
            if (!known && now != null && now.notNull() && !now.defaulted()) {
                differences.add("column " + table.id() + "." + name + " (" + now.type()
                        + ") is new, NOT NULL and has no default");
            }
        }
        compareKeys(table);
    }

    private void compare(String name, ColumnSpec column, LiveColumn now) {
        if (!column.sqlType().equals(now.type())) {
            differences.add("column " + name + " was " + column.sqlType() + ", it is " + now.type());
        }
        if (now.notNull() && !column.notNull()) {
            differences.add("column " + name + " is NOT NULL now");
        }
        if (!column.identity().equals(now.identity())) {
            differences.add("column " + name + " was " + identityWords(column.identity()) + ", it is "
                    + identityWords(now.identity()));
        }
        if (column.generated() != now.generated()) {
            differences.add("column " + name
                    + (now.generated() ? " is a generated column now" : " is no generated column any more"));
        }
        for (String label : column.labels()) {
            if (!now.labels().contains(label)) {
                differences.add("the enum of column " + name + " has no label '" + label + "' any more");
            }
        }
    }

    private static String identityWords(String identity) {
        return identity.isEmpty() ? "no identity column" : "GENERATED " + identity + " AS IDENTITY";
    }

    private void compareKeys(TableSpec table) {
        List<LiveKey> live = keys.getOrDefault(table.id(), List.of());
        List<String> primary = live.stream()
                .filter(k -> k.kind().equals("p"))
                .map(LiveKey::columns)
                .findFirst()
                .orElse(List.of());
        if (!primary.equals(table.primaryKey())) {
            differences.add("the primary key of " + table.id() + " was (" + String.join(", ", table.primaryKey())
                    + "), it is (" + String.join(", ", primary) + ")");
        }
        for (TableSpec.ForeignKeySpec key : table.foreignKeys()) {
            boolean there = live.stream()
                    .anyMatch(k -> k.kind().equals("f")
                            && k.columns().equals(key.columns())
                            && key.table().equals(k.references()));
            if (!there) {
                differences.add("foreign key " + table.id() + " (" + String.join(", ", key.columns()) + ") to "
                        + key.table() + " is missing");
            }
        }
        for (LiveKey key : live) {
            boolean known = key.kind().equals("p")
                    || table.foreignKeys().stream()
                            .anyMatch(f -> f.columns().equals(key.columns())
                                    && f.table().equals(key.references()));
            if (!known) {
                differences.add("foreign key " + table.id() + " (" + String.join(", ", key.columns()) + ") to "
                        + key.references() + " is new");
            }
        }
    }
}
