package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.internal.rules.FillColumn;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.Reference;
import dev.seedplan.runtime.internal.rules.SolvedRules;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** One load of all tables, in the caller's transaction. */
final class FillPass {

    private final Connection connection;
    private final Snapshot snapshot;
    private final FillOptions options;
    private final FillRun.Progress progress;
    private final Map<QName, Learned> learned;
    private final Map<QName, String> excluded;
    private final long most;
    private final boolean undone;
    private final Sender sender;
    private final Stored stored;
    private final TriggerHints hints;
    private final Map<QName, ParentRows> parents = new HashMap<>();
    private final Map<QName, Long> before = new LinkedHashMap<>();
    private final Map<String, FillSummary.LeftOut> leftOut = new TreeMap<>();
    private final Map<FillTable, String> how = new LinkedHashMap<>();
    private final Map<FillTable, Long> sentRows = new HashMap<>();
    private final Map<QName, Set<String>> referenced = new HashMap<>();
    private final List<FillSummary.Filled> filled = new ArrayList<>();
    private final Map<FillTable, Map<Integer, SequenceKeys>> sequences = new HashMap<>();
    private final Map<FillTable, SolvedRules> rules = new HashMap<>();
    private final Map<QName, TableRows> planned = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** A table's rows break a constraint that is judged when all rows are there. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1;
        private final transient QName table;
        private final String reason;

        Broken(QName table, String reason) {
            super(reason);
            this.table = table;
            this.reason = reason;
        }

        QName table() {
            return table;
        }

        String reason() {
            return reason;
        }
    }

    FillPass(
            Connection connection,
            Snapshot snapshot,
            FillOptions options,
            FillRun.Progress progress,
            Map<QName, Learned> learned,
            Map<QName, String> excluded,
            long most,
            boolean undone) {
        this.connection = connection;
        this.snapshot = snapshot;
        this.options = options;
        this.progress = progress;
        this.learned = learned;
        this.excluded = excluded;
        this.most = most;
        this.undone = undone;
        sender = new Sender(connection);
        stored = new Stored(connection, snapshot);
        hints = new TriggerHints(connection, snapshot);
    }

    static long asked(FillTable table, FillOptions options, Snapshot snapshot) {
        long rows = options.defaultRows();
        for (Map.Entry<String, Long> entry : options.rows().entrySet()) {
            if (Selection.matches(entry.getKey(), table.name(), snapshot)) {
                rows = entry.getValue();
            }
        }
        return Math.round(rows * options.scale());
    }

    void load(List<FillTable> tables) throws SQLException, Broken {
        for (Table table : snapshot.tables()) {
            for (var key : table.foreignKeys()) {
                referenced
                        .computeIfAbsent(key.references(), t -> new java.util.TreeSet<>())
                        .addAll(key.referencedColumns());
            }
        }
        for (FillTable table : tables) {
            before.put(table.name(), count(table));
        }
        List<LoadOrder.Group> groups = LoadOrder.of(tables);
        defer();
        for (LoadOrder.Group group : groups) {
            load(group);
        }
        settleConstraints(tables);
        for (FillTable table : how.keySet()) {
            long now = count(table) - before.getOrDefault(table.name(), 0L);
            long sent = sentRows.getOrDefault(table, 0L);
            filled.add(new FillSummary.Filled(
                    table.id(),
                    asked(table, options, snapshot),
                    now,
                    Math.max(0, now - sent),
                    how.getOrDefault(table, "copy")));
        }
    }

    private void defer() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL DEFERRED");
        }
    }

    /** Constraints and constraint triggers that wait for the commit are judged now, while a table can still be left out. */
    private void settleConstraints(List<FillTable> tables) throws SQLException, Broken {
        Savepoint last = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
        } catch (SQLException e) {
            connection.rollback(last);
            ServerErrorMessage message = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
            QName name = message == null || message.getTable() == null
                    ? null
                    : new QName(String.valueOf(message.getSchema()), message.getTable());
            FillTable culprit = tables.stream()
                    .filter(t -> t.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (culprit == null) {
                culprit = suspect(e);
            }
            throw new Broken(culprit.name(), "the server refuses its rows at the end: " + Refusal.text(e));
        }
    }

    /** Without a name in the error: the last table loaded whose deferred triggers may have spoken. */
    private FillTable suspect(SQLException e) throws SQLException {
        FillTable last = null;
        for (FillTable table : how.keySet()) {
            boolean deferred = table.table().triggers().stream()
                    .anyMatch(t -> t.definition().contains("CONSTRAINT TRIGGER"));
            if (deferred && !excluded.containsKey(table.name())) {
                last = table;
            }
        }
        if (last == null) {
            throw e;
        }
        return last;
    }

    private void load(LoadOrder.Group group) throws SQLException {
        List<FillTable> open = new ArrayList<>();
        for (FillTable table : group.tables()) {
            String reason = excluded.get(table.name());
            long wanted = Math.min(most, asked(table, options, snapshot));
            if (reason != null) {
                leaveOut(table, reason);
            } else if (wanted > 0) {
                open.add(table);
            } else {
                useStored(table);
            }
        }
        if (group.circle()) {
            new CircleLoad(this, group, open).load();
        } else {
            for (FillTable table : open) {
                new TableLoad(this, table).load();
            }
        }
    }

    // -- what the loads of tables and circles share --

    Connection connection() {
        return connection;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    FillOptions options() {
        return options;
    }

    Sender sender() {
        return sender;
    }

    FillRun.Progress progress() {
        return progress;
    }

    Map<QName, ParentRows> parents() {
        return parents;
    }

    Learned learned(FillTable table) {
        return learned.computeIfAbsent(table.name(), t -> new Learned());
    }

    long wanted(FillTable table) {
        return Math.min(most, asked(table, options, snapshot));
    }

    boolean undone() {
        return undone;
    }

    /** {@return how many rows a table held before} */
    long held(FillTable table) {
        return before.getOrDefault(table.name(), 0L);
    }

    long added(FillTable table) throws SQLException {
        return count(table) - before.getOrDefault(table.name(), 0L);
    }

    /** {@return the keys that sequences give to a table's rows, by column; taken once in a pass that stays} */
    Map<Integer, SequenceKeys> sequences(FillTable table) throws SQLException {
        Map<Integer, SequenceKeys> known = sequences.get(table);
        if (known != null) {
            return known;
        }
        Map<Integer, SequenceKeys> keys = new HashMap<>();
        for (FillColumn column : table.columns()) {
            String sequence = column.sequenceName();
            if (sequence != null) {
                keys.put(
                        column.index(),
                        SequenceKeys.of(connection, table, column, wanted(table), !undone, held(table) > 0));
            }
        }
        sequences.put(table, keys);
        return keys;
    }

    /** Reads the rows of the parents that are not filled. */
    void readParents(FillTable table) throws SQLException {
        readParents(table, List.of(table.name()));
    }

    void readParents(FillTable table, List<QName> except) throws SQLException {
        for (Reference reference : table.references()) {
            QName parent = reference.key().references();
            if (!parents.containsKey(parent) && !except.contains(parent)) {
                parents.put(parent, stored.rows(parent, referenced.getOrDefault(parent, Set.of())));
            }
        }
    }

    void useStored(FillTable table) throws SQLException {
        parents.put(table.name(), stored.rows(table.name(), referenced.getOrDefault(table.name(), Set.of())));
    }

    /** Whether what a table holds may differ from what was sent, so that its children must look. */
    boolean changedByServer(FillTable table) {
        return table.table().triggers().stream()
                        .anyMatch(t -> t.definition().contains("BEFORE INSERT")
                                || t.definition().matches("(?s).* BEFORE [A-Z ]*OR INSERT.*"))
                || referenced.getOrDefault(table.name(), Set.of()).stream()
                        .map(table::indexOf)
                        .anyMatch(c -> c >= 0
                                && (table.column(c).column().isGenerated()
                                        || table.column(c).leftToServer()));
    }

    /** {@return what the text of a table's triggers says about its refusal} */
    String hints(FillTable table) throws SQLException {
        return hints.of(table.name());
    }

    void note(String text) {
        notes.add(text);
    }

    void planned(TableRows rows) {
        planned.put(rows.table().name(), rows);
    }

    /** {@return a table's rows as they were planned last; null if it was left out before that} */
    @Nullable
    TableRows planned(QName table) {
        return planned.get(table);
    }

    void loaded(FillTable table, String way, long sent) {
        how.put(table, way);
        sentRows.put(table, sent);
    }

    void leaveOut(FillTable table, String reason) throws SQLException {
        leftOut.put(table.id(), new FillSummary.LeftOut(table.id(), asked(table, options, snapshot), reason, true));
        useStored(table);
    }

    void fewer(FillTable table, @Nullable String reason) {
        if (reason != null) {
            leftOut.put(
                    table.id(), new FillSummary.LeftOut(table.id(), asked(table, options, snapshot), reason, false));
        }
    }

    /** Some rows were taken and others not. */
    void refusedSome(FillTable table, long taken, String reason) {
        leftOut.put(
                table.id(),
                new FillSummary.LeftOut(
                        table.id(),
                        asked(table, options, snapshot),
                        "the server took " + taken + " rows and refuses others: " + reason,
                        true));
    }

    SolvedRules rules(FillTable table) {
        return rules.computeIfAbsent(
                table,
                t -> new SolvedRules(t, snapshot, options.values(), referenced.getOrDefault(t.name(), Set.of())));
    }

    FixedColumns fixed(FillTable table) throws SQLException {
        return Placement.of(table, snapshot, options, connection, held(table), wanted(table));
    }

    private long count(FillTable table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table.from())) {
            row.next();
            return row.getLong(1);
        }
    }

    // -- results --

    List<FillSummary.Filled> filled() {
        return filled;
    }

    List<FillSummary.LeftOut> leftOut() {
        return List.copyOf(leftOut.values());
    }

    List<String> notes() {
        return notes;
    }

    List<String> loaded() {
        return how.keySet().stream().map(FillTable::sql).toList();
    }
}
