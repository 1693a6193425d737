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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One load of all tables, in the caller's transaction: what the loads of single tables and of circles share. */
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
    private final LateChecks late;
    private final TriggerHints hints;
    private final Map<QName, Long> before = new LinkedHashMap<>();
    private final Map<QName, Set<String>> referenced = new HashMap<>();
    private final List<FillSummary.Filled> filled = new ArrayList<>();
    private final Map<FillTable, Map<Integer, SequenceKeys>> sequences = new HashMap<>();
    private final Map<FillTable, SolvedRules> rules = new HashMap<>();
    private @Nullable SequenceStates sequenceStates;
    private PassState state = new PassState();

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
        late = new LateChecks(connection, snapshot);
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

    void load(List<FillTable> tables) throws SQLException {
        for (Table table : snapshot.tables()) {
            for (var key : table.foreignKeys()) {
                referenced
                        .computeIfAbsent(key.references(), t -> new TreeSet<>())
                        .addAll(key.referencedColumns());
            }
        }
        before.putAll(TableCounts.of(connection, tables));
        Set<String> names = new LinkedHashSet<>();
        tables.forEach(t -> t.columns().stream()
                .filter(FillColumn::sequenced)
                .forEach(c -> names.add(String.valueOf(c.sequenceName()))));
        sequenceStates = SequenceStates.of(connection, names);
        late.defer();
        new GroupLoads(this, LoadOrder.of(tables), excluded, late).load();
        Map<QName, Long> after =
                TableCounts.of(connection, List.copyOf(state.sent().keySet()));
        state.sent().forEach((table, sent) -> {
            long added = after.getOrDefault(table.name(), 0L) - held(table);
            filled.add(new FillSummary.Filled(
                    table.id(), asked(table), added, Math.max(0, added - sent.rows()), sent.way()));
        });
    }

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
        return state.parents();
    }

    Learned learned(FillTable table) {
        return learned.computeIfAbsent(table.name(), t -> new Learned());
    }

    private long asked(FillTable table) {
        return asked(table, options, snapshot);
    }

    long wanted(FillTable table) {
        return Math.min(most, asked(table));
    }

    boolean undone() {
        return undone;
    }

    /** {@return how many rows a table held before} */
    long held(FillTable table) {
        return before.getOrDefault(table.name(), 0L);
    }

    long added(FillTable table) throws SQLException {
        return TableCounts.of(connection, List.of(table)).getOrDefault(table.name(), 0L) - held(table);
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
            if (sequence != null && sequenceStates != null) {
                keys.put(
                        column.index(),
                        SequenceKeys.of(
                                connection,
                                table,
                                column,
                                sequenceStates.state(sequence),
                                wanted(table),
                                !undone,
                                held(table) > 0));
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
            if (!parents().containsKey(parent) && !except.contains(parent)) {
                parents().put(parent, stored.rows(parent, referenced.getOrDefault(parent, Set.of())));
            }
        }
    }

    /**
     * {@return the parents of a table, and beside the new ones, where those do not fit, the rows that were there: those of a
     * closed table may be the only ones that a child's CHECK allows}
     */
    Map<QName, ParentRows> parentsOf(FillTable table) throws SQLException {
        if (!learned(table).heldParents()) {
            return parents();
        }
        Map<QName, ParentRows> joined = new HashMap<>(parents());
        for (Reference reference : table.references()) {
            QName parent = reference.key().references();
            if (before.getOrDefault(parent, 0L) > 0 && !parent.equals(table.name())) {
                joined.put(parent, stored.rows(parent, referenced.getOrDefault(parent, Set.of())));
            }
        }
        return joined;
    }

    void useStored(FillTable table) throws SQLException {
        parents().put(table.name(), stored.rows(table.name(), referenced.getOrDefault(table.name(), Set.of())));
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

    PassState state() {
        return state;
    }

    /** Goes back to what had been done at a moment. */
    void state(PassState earlier) {
        state = earlier.copy();
    }

    void loaded(FillTable table, String way, long sent) {
        state.sent().put(table, new PassState.Sent(way, sent));
    }

    void leaveOut(FillTable table, String reason) throws SQLException {
        state.leftOut().put(table.id(), new FillSummary.LeftOut(table.id(), asked(table), reason, true));
        useStored(table);
    }

    void fewer(FillTable table, @Nullable String reason) {
        if (reason != null) {
            state.leftOut().put(table.id(), new FillSummary.LeftOut(table.id(), asked(table), reason, false));
        }
    }

    /** Some rows were taken and others not. */
    void refusedSome(FillTable table, long taken, String reason) {
        state.leftOut()
                .put(
                        table.id(),
                        new FillSummary.LeftOut(
                                table.id(),
                                asked(table),
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

    // -- results --

    List<FillSummary.Filled> filled() {
        return filled;
    }

    List<FillSummary.LeftOut> leftOut() {
        return List.copyOf(state.leftOut().values());
    }

    List<String> notes() {
        return state.notes();
    }

    List<String> loaded() {
        return state.sent().keySet().stream().map(FillTable::sql).toList();
    }
}
