package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.internal.database.KeyRange;
import dev.seedplan.runtime.internal.ledger.Decision;
import dev.seedplan.runtime.internal.ledger.Ledger;
import dev.seedplan.runtime.internal.ledger.LedgerError;
import dev.seedplan.runtime.internal.ledger.NewRun;
import dev.seedplan.runtime.internal.ledger.OwnRows;
import dev.seedplan.runtime.internal.ledger.RecordedRun;
import dev.seedplan.runtime.internal.ledger.RunContract;
import dev.seedplan.runtime.internal.ledger.RunRows;
import dev.seedplan.runtime.internal.ledger.WrittenStep;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotHash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fill in the ledger: a run like any plan's. Its rows are told by the transaction that wrote them, and by their keys where
 * a sequence gave all of them.
 */
public final class FillBooks {

    private static final String STEP = "fill";

    private final Connection connection;
    private final Ledger ledger;
    private final OnChange onChange;
    private final String version;
    private final String schema;
    private final List<RecordedRun> replaced = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long run;

    /** A fill over a connection; one that is not recorded has {@link Ledger#off()}. */
    public FillBooks(Connection connection, Ledger ledger, OnChange onChange, String version, String schema) {
        this.schema = schema;
        this.connection = connection;
        this.ledger = ledger;
        this.onChange = onChange;
        this.version = version;
    }

    /**
     * Looks at what earlier fills of the same tables wrote, and plans this one, in a transaction that ends here.
     *
     * @return whether there is anything to write
     * @throws dev.seedplan.runtime.SeedException if another fill has left rows, and nothing was said about that
     */
    boolean begin(Snapshot snapshot, FillOptions options) throws SQLException {
        if (!ledger.records()) {
            return true;
        }
        NewRun now =
                new NewRun(name(options), version, contract(snapshot, options), options.seed(), size(options), true);
        List<RecordedRun> gone = new ArrayList<>();
        List<RecordedRun> live = new ArrayList<>();
        for (RecordedRun each : ledger.runs(now.name())) {
            boolean isGone = !each.hasRows() || new RunRows(connection, each).allAreGone();
            (isGone ? gone : live).add(each);
        }
        Decision decision = Decision.of(live, now.contract());
        RecordedRun earlier = decision.run();
        if (earlier != null && decision.kind() == Decision.Kind.DONE) {
            notes.add("already seeded by run " + earlier.id() + "; nothing was written");
            notes.addAll(new RunRows(connection, earlier).losses());
            return false;
        }
        if (earlier != null && onChange == OnChange.REFUSE) {
            throw LedgerError.CHANGED.because("run " + earlier.id() + " filled these tables otherwise: "
                    + differences(earlier.run().contract(), now.contract()));
        }
        if (onChange == OnChange.REPLACE) {
            replaced.addAll(live);
            live.forEach(r -> notes.add("takes back the " + r.rows() + " rows of run " + r.id()));
        }
        if (!options.dryRun()) {
            for (RecordedRun each : gone) {
                ledger.giveUp(each.id());
            }
            run = ledger.plan(now, List.of());
        }
        return true;
    }

    /** {@return a snapshot without the ledger's own tables, which are nobody's to fill} */
    Snapshot without(Snapshot all) {
        return all.schemas().contains(schema)
                ? new Snapshot(
                        all.format(),
                        all.serverVersion(),
                        all.defaultSchema(),
                        all.schemas().stream().filter(s -> !s.equals(schema)).toList(),
                        all.extensions(),
                        all.types(),
                        all.sequences().stream()
                                .filter(s -> !s.name().schema().equals(schema))
                                .toList(),
                        all.functions(),
                        all.tables().stream()
                                .filter(t -> !t.name().schema().equals(schema))
                                .toList(),
                        all.views())
                : all;
    }

    /** Takes back what is replaced, in the transaction of the new rows. */
    void clear() throws SQLException {
        for (int i = replaced.size() - 1; i >= 0; i--) {
            ledger.takeBack(replaced.get(i));
        }
    }

    /** Records the rows of a pass, in their transaction, and that the fill is done. */
    void written(FillPass pass, List<FillTable> tables) throws SQLException {
        if (!ledger.records()) {
            return;
        }
        for (FillSummary.Filled filled : pass.filled()) {
            for (FillTable table : tables) {
                if (table.id().equals(filled.table()) && filled.written() > 0) {
                    ledger.written(run, step(pass, table));
                }
            }
        }
        ledger.done(run);
    }

    /** Rows of ours are those of a transaction that is still open: ours, or one of its savepoints. */
    private WrittenStep step(FillPass pass, FillTable table) throws SQLException {
        List<Long> xids = new ArrayList<>();
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select xmin::text::bigint, count(*) from " + table.from()
                        // Savepoints have later ids than their transaction; older ones need not be asked about.
                        + " where case when age(xmin) between -16777216 and 0"
                        + " then txid_status(txid_current() / 4294967296 * 4294967296 + xmin::text::bigint)"
                        + " = 'in progress' else false end group by 1 order by 1")) {
            while (row.next()) {
                xids.add(row.getLong(1));
                count += row.getLong(2);
            }
        }
        WrittenStep plain = new WrittenStep(STEP, table.name(), 0, count, null, List.of(), xids, 0);
        for (Map.Entry<Integer, SequenceKeys> keys : new TreeMap<>(pass.sequences(table)).entrySet()) {
            List<KeyRange> ranges = keys.getValue().ranges().list();
            WrittenStep keyed = new WrittenStep(
                    STEP, table.name(), 0, count, table.column(keys.getKey()).name(), ranges, xids, 0);
            if (!ranges.isEmpty() && count(table, keyed) == count) {
                return keyed;
            }
        }
        return plain;
    }

    private long count(FillTable table, WrittenStep step) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table.from() + " as t where "
                        + OwnRows.of(table.name(), List.of(step)).untouched("t"))) {
            row.next();
            return row.getLong(1);
        }
    }

    /** {@return what the user should know, each a sentence} */
    List<String> notes() {
        return notes;
    }

    /** Fills of other tables are other things, which stand beside each other. */
    private static String name(FillOptions options) {
        StringBuilder name = new StringBuilder("fill");
        new TreeSet<>(options.tables()).forEach(t -> name.append(" --tables ").append(t));
        new TreeSet<>(options.exclude()).forEach(t -> name.append(" --exclude ").append(t));
        return name.toString();
    }

    private static String size(FillOptions options) {
        StringBuilder size = new StringBuilder("--default-rows " + options.defaultRows());
        if (options.scale() != 1) {
            size.append(" --scale ").append(options.scale());
        }
        new TreeMap<>(options.rows())
                .forEach((t, n) -> size.append(" --rows ").append(t).append('=').append(n));
        return size.toString();
    }

    private static RunContract contract(Snapshot snapshot, FillOptions options) {
        TreeMap<String, String> lines = new TreeMap<>();
        lines.put("schema", SnapshotHash.of(snapshot));
        lines.put("seed", String.valueOf(options.seed()));
        lines.put("at", String.valueOf(options.at()));
        lines.put("numbers", size(options));
        lines.put("nulls", String.valueOf(options.nulls()));
        lines.put("defaults", options.serverDefaults() ? "server" : "ours");
        lines.put("partitions", String.valueOf(options.createPartitions()));
        options.settings().forEach((name, value) -> lines.put("set " + name, hidden(value)));
        options.meanings().forEach((columns, meaning) -> lines.put("meaning " + columns, meaning));
        return new RunContract(lines);
    }

    /** A setting may be a secret; the same one has the same number. */
    private static String hidden(String value) {
        return new RunContract(new TreeMap<>(Map.of("value", value.replaceAll("\\R", " ")))).hash();
    }

    private static String differences(RunContract then, RunContract now) {
        TreeMap<String, String> all = new TreeMap<>(then.lines());
        all.putAll(now.lines());
        return all.keySet().stream()
                .filter(name -> !String.valueOf(then.lines().get(name))
                        .equals(String.valueOf(now.lines().get(name))))
                .map(name ->
                        difference(name, then.lines().get(name), now.lines().get(name)))
                .collect(Collectors.joining("; "));
    }

    private static String difference(String name, @Nullable String then, @Nullable String now) {
        return name.equals("schema") || name.startsWith("set ")
                ? "the " + name + " is another"
                : name + " was " + (then == null ? "not said" : then) + ", it is " + (now == null ? "not said" : now);
    }
}
