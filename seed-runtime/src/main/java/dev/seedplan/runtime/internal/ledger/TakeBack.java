package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.runtime.KeptRows;
import dev.seedplan.runtime.internal.database.Sql;
import dev.seedplan.schema.QName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes the rows of a run back, in the open transaction: exactly these, but for those that somebody else has changed or
 * needs.
 *
 * <p>First the rows that are ours and untouched are locked and listed in temporary tables, so that nobody can begin to
 * refer to them. Then every foreign key that points at them is followed, whatever it does on a deletion, and what other
 * rows need is struck off the list, until nothing changes any more. What is left is deleted, children before parents;
 * tables that refer to each other in one statement, at whose end the server checks.
 */
final class TakeBack {

    private static final int BATCH = 10_000;
    private static final int EXAMPLES = 20;

    private final Connection connection;
    private final RecordedRun run;
    private final Set<QName> only;
    private final boolean cascade;
    /** The number of the temporary table that lists the rows of each table. */
    private final Map<QName, Integer> lists = new LinkedHashMap<>();

    private final Map<QName, List<String>> keys = new LinkedHashMap<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<KeptRows> kept = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Means the rows of a run.
     *
     * @param only the tables to take them from; empty for all
     * @param cascade whether to delete also what somebody has changed, and rows of others that need ours
     */
    TakeBack(Connection connection, RecordedRun run, Set<QName> only, boolean cascade) {
        this.connection = connection;
        this.run = run;
        this.only = only;
        this.cascade = cascade;
    }

    /**
     * Finds the rows and locks them.
     *
     * @throws dev.seedplan.runtime.SeedException if the database was restored from a dump
     */
    void prepare() throws SQLException {
        if (run.isRestored()) {
            throw LedgerError.RESTORED.because(
                    "run " + run.id() + " was recorded in another database, of which this is a copy");
        }
        execute("set local statement_timeout = 0; set constraints all deferred");
        RunRows rows = new RunRows(connection, run);
        for (QName table : rows.tables()) {
            OwnRows own = only.isEmpty() || only.contains(table) ? rows.own(table) : null;
            if (own != null) {
                list(table);
                choose(table, own);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ForeignKey key : List.copyOf(foreignKeys)) {
                changed |= cascade ? spread(key) : spare(key);
            }
        }
        note();
    }

    private void list(QName table) throws SQLException {
        int number = lists.size();
        lists.put(table, number);
        keys.put(table, primaryKey(table));
        execute("drop table if exists " + name(table));
        execute("create temporary table seedplan_back_" + number + " (rel oid, place tid, n bigint)");
        foreignKeys.addAll(ForeignKey.to(connection, table));
    }

    private String name(QName table) {
        return "pg_temp.seedplan_back_" + lists.get(table);
    }

    private void choose(QName table, OwnRows own) throws SQLException {
        String changed = own.changed("t");
        String condition = "(" + own.untouched("t") + ")" + (cascade && changed != null ? " or (" + changed + ")" : "");
        long chosen = update("insert into " + name(table)
                + " select x.rel, x.place, row_number() over () from (select t.tableoid as rel, t.ctid as place from "
                + RunRows.quoted(table) + " as t where " + condition + " for update) as x");
        if (changed == null && chosen > own.count()) {
            // Without keys of ours a trigger's rows look like ours.
            execute("delete from " + name(table));
            kept.add(new KeptRows(
                    table.toString(),
                    chosen,
                    "the run wrote " + own.count()
                            + ", the rest was written by triggers in its transactions, and nothing"
                            + " tells them apart",
                    List.of()));
        } else if (changed == null && chosen < own.count()) {
            notes.add("of the rows of " + table + " " + (own.count() - chosen) + " have been changed or deleted since");
        } else if (changed != null && !cascade) {
            keep(
                    table,
                    "changed by somebody since",
                    "select " + key(table, "t") + " from " + RunRows.quoted(table) + " as t where " + changed);
        }
    }

    private String key(QName table, String alias) {
        List<String> columns = keys.getOrDefault(table, List.of());
        return columns.isEmpty()
                ? alias + "::text"
                : columns.stream()
                        .map(c -> alias + "." + Sql.quote(c) + "::text")
                        .collect(Collectors.joining(" || ', ' || "));
    }

    private void keep(QName table, String reason, String query) throws SQLException {
        List<String> examples = new ArrayList<>();
        long rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows++;
                if (examples.size() < EXAMPLES) {
                    examples.add(row.getString(1));
                }
            }
        }
        if (rows > 0) {
            examples.sort(null);
            kept.add(new KeptRows(table.toString(), rows, reason, examples));
        }
    }

    /** Strikes off what rows that stay refer to. */
    private boolean spare(ForeignKey key) throws SQLException {
        int before = kept.size();
        String stays = lists.containsKey(key.child())
                ? " and not exists (select 1 from " + name(key.child())
                        + " as s where s.rel = c.tableoid and s.place = c.ctid)"
                : "";
        keep(
                key.parent(),
                "needed by " + key.text(),
                "delete from " + name(key.parent()) + " as d using "
                        + RunRows.quoted(key.parent())
                        + " as p where d.rel = p.tableoid and d.place = p.ctid and exists (select 1 from "
                        + RunRows.quoted(key.child()) + " as c where " + key.joins() + stays + ") returning "
                        + key(key.parent(), "p"));
        return kept.size() > before;
    }

    /** Adds rows that refer to those that go. */
    private boolean spread(ForeignKey key) throws SQLException {
        if (key.letsGo()) {
            return false;
        }
        if (!lists.containsKey(key.child())) {
            list(key.child());
        }
        String child = name(key.child());
        return update("insert into " + child + " select x.rel, x.place, (select coalesce(max(n), 0) from " + child
                        + ") + row_number() over () from (select c.tableoid as rel, c.ctid as place from "
                        + RunRows.quoted(key.child()) + " as c where exists (select 1 from " + name(key.parent())
                        + " as d join " + RunRows.quoted(key.parent())
                        + " as p on d.rel = p.tableoid and d.place = p.ctid where " + key.joins()
                        + ") and not exists (select 1 from " + child
                        + " as s where s.rel = c.tableoid and s.place = c.ctid) for update) as x")
                > 0;
    }

    private void note() throws SQLException {
        for (QName table : lists.keySet()) {
            try (PreparedStatement query = connection.prepareStatement(
                    "select string_agg(tgname, ', ' order by tgname) from"
                            + " pg_catalog.pg_trigger where tgrelid = ?::regclass and not tgisinternal and tgenabled <> 'D'")) {
                query.setString(1, RunRows.quoted(table));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    if (row.getString(1) != null) {
                        notes.add("what the triggers of " + table + " (" + row.getString(1)
                                + ") write elsewhere is not ours to undo");
                    }
                }
            }
        }
        if (run.steps().stream().anyMatch(s -> s.table().name().isEmpty())) {
            notes.add("what the plan's SQL scripts did is not undone");
        }
    }

    /** {@return how many rows go, by table} */
    Map<QName, Long> rows() throws SQLException {
        Map<QName, Long> rows = new TreeMap<>();
        for (QName table : lists.keySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + name(table))) {
                row.next();
                rows.put(table, row.getLong(1));
            }
        }
        return rows;
    }

    /** {@return the rows that stay, with reasons} */
    List<KeptRows> kept() {
        return kept;
    }

    /** {@return what else the user should know} */
    List<String> notes() {
        return notes;
    }

    /**
     * Deletes the rows.
     *
     * @return how many were deleted, by table
     */
    Map<QName, Long> delete(Audit audit) throws SQLException {
        Map<QName, Long> deleted = new TreeMap<>();
        for (Set<QName> group : new DeletionOrder(lists.keySet(), foreignKeys).groups()) {
            if (group.size() == 1 && foreignKeys.stream().noneMatch(k -> isOf(k, group))) {
                QName table = group.iterator().next();
                deleted.put(table, inBatches(table, audit));
            } else {
                deleted.putAll(atOnce(group, audit));
            }
        }
        for (QName table : lists.keySet()) {
            execute("drop table " + name(table));
        }
        return deleted;
    }

    private static boolean isOf(ForeignKey key, Set<QName> group) {
        return group.contains(key.child()) && group.contains(key.parent());
    }

    private long inBatches(QName table, Audit audit) throws SQLException {
        long all = rows().getOrDefault(table, 0L);
        long deleted = 0;
        // Numbers of rows that were struck off are missing, so that the greatest counts.
        long last = greatest(table);
        for (long from = 0; from < last; from += BATCH) {
            List<String> gone = texts(deletion(table) + " and d.n > " + from + " and d.n <= " + (from + BATCH)
                    + " returning " + key(table, "t"));
            deleted += gone.size();
            if (!gone.isEmpty()) {
                audit.deleted(table, gone);
            }
        }
        missing(table, all - deleted);
        return deleted;
    }

    private void missing(QName table, long rows) {
        if (rows > 0) {
            kept.add(new KeptRows(table.toString(), rows, "a trigger does not let them go", List.of()));
        }
    }

    private long greatest(QName table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(n), 0) from " + name(table))) {
            row.next();
            return row.getLong(1);
        }
    }

    private String deletion(QName table) {
        return "delete from " + RunRows.quoted(table) + " as t using " + name(table)
                + " as d where t.tableoid = d.rel and t.ctid = d.place";
    }

    /** Tables that refer to each other: foreign keys are checked when the whole statement has run. */
    private Map<QName, Long> atOnce(Set<QName> group, Audit audit) throws SQLException {
        Map<QName, Long> expected = rows();
        Map<QName, List<String>> gone = new LinkedHashMap<>();
        List<QName> tables = List.copyOf(group);
        StringBuilder with = new StringBuilder();
        StringBuilder union = new StringBuilder();
        for (int i = 0; i < tables.size(); i++) {
            gone.put(tables.get(i), new ArrayList<>());
            with.append(i == 0 ? "with " : ", ")
                    .append("d")
                    .append(i)
                    .append(" as (")
                    .append(deletion(tables.get(i)))
                    .append(" returning ")
                    .append(key(tables.get(i), "t"))
                    .append(" as k)");
            union.append(i == 0 ? " " : " union all ")
                    .append("select ")
                    .append(i)
                    .append(", k from d")
                    .append(i);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(with.append(union).toString())) {
            while (row.next()) {
                gone.getOrDefault(tables.get(row.getInt(1)), new ArrayList<>()).add(row.getString(2));
            }
        }
        Map<QName, Long> counts = new TreeMap<>();
        gone.forEach((table, texts) -> {
            if (!texts.isEmpty()) {
                audit.deleted(table, texts);
            }
            counts.put(table, (long) texts.size());
            missing(table, expected.getOrDefault(table, 0L) - texts.size());
        });
        return counts;
    }

    private List<String> primaryKey(QName table) throws SQLException {
        return new ArrayList<>(new LinkedHashSet<>(texts(
                "select a.attname from pg_catalog.pg_constraint k cross join unnest(k.conkey) with ordinality u(num, place)"
                        + " join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num"
                        + " where k.contype = 'p' and k.conrelid = " + Sql.literal(RunRows.quoted(table))
                        + "::regclass order by u.place")));
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }
}
