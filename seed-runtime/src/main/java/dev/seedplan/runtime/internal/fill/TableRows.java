package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillColumn;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.Reference;
import dev.seedplan.runtime.internal.rules.SolvedRules;
import dev.seedplan.runtime.internal.rules.Unfillable;
import dev.seedplan.schema.QName;
import dev.seedplan.spi.Mix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one table, each computed from its number: keys, parents, then what constraints, names and types say. */
final class TableRows implements Rows, ParentRows {

    private static final int CACHED = 512;
    /** A row whose parents or values do not fit each other is drawn again as often. */
    private static final int RETRIES = 6;

    private final FillTable table;
    private final RowPlan plan;
    private final int[] sent;
    private final long[] cachedRows = new long[CACHED];
    private final @Nullable Object[][] cache = new @Nullable Object[CACHED][];
    private final Map<Long, @Nullable Object[]> inProgress = new HashMap<>();
    private final Map<Long, Integer> attempts = new HashMap<>();
    private final Map<Long, Unfillable> failed = new HashMap<>();
    /** While keys are planned, which look at the table's own rows too: as many as could be. */
    private long size;

    /**
     * Plans the rows.
     *
     * @param parents of each referenced table; its own rows are added here
     * @param ownKeys names of foreign keys whose parents a trigger makes, so that they are no references here
     * @param offset how many rows the table holds already
     * @throws Unfillable if not a single row is possible
     */
    TableRows(
            FillTable table,
            SolvedRules rules,
            FillOptions options,
            Map<QName, ParentRows> parents,
            Map<Integer, SequenceKeys> sequences,
            FixedColumns extra,
            Set<String> ownKeys,
            long wanted,
            long offset) {
        this.table = table;
        Arrays.fill(cachedRows, -1);
        List<Reference> references = new ArrayList<>(table.references());
        references.removeIf(r -> ownKeys.contains(r.name()));
        List<ReferenceGroup> groups = ReferenceGroup.of(
                references,
                r -> r.key().references().equals(table.name())
                        ? new OwnRows(this)
                        : parents.getOrDefault(r.key().references(), StoredRows.NONE));
        ColumnFacts facts = new ColumnFacts(table, rules, sequences, extra, groups);
        long key = Mix.combine(Mix.combine(options.seed(), "fill"), table.id());
        size = left(sequences, wanted);
        KeyPlan keys = KeyPlanner.plan(table, groups, facts, size, offset, key);
        size = keys.rows();
        plan = new RowPlan(table, rules, options.nulls(), key, groups, sequences, extra, keys, offset);
        sent = table.columns().stream()
                .filter(c -> !c.column().isGenerated() && !facts.leftToServer(c))
                .mapToInt(FillColumn::index)
                .toArray();
        if (size == 0) {
            String reason = String.valueOf(keys.limit());
            throw offset > 0 ? Unfillable.full(reason) : new Unfillable(reason);
        }
    }

    /** {@return for how many rows the sequences have keys} */
    private long left(Map<Integer, SequenceKeys> sequences, long wanted) {
        long left = wanted;
        for (Map.Entry<Integer, SequenceKeys> sequence : sequences.entrySet()) {
            left = Math.min(left, sequence.getValue().size());
            if (left == 0) {
                throw new Unfillable("the sequence of column "
                        + table.column(sequence.getKey()).name() + " has no values left");
            }
        }
        return left;
    }

    @Override
    public FillTable table() {
        return table;
    }

    @Override
    public int[] sent() {
        return sent;
    }

    @Override
    public long size() {
        return size;
    }

    /** {@return where a column's values come from, the strongest reason first; empty where constraints, name and type decide} */
    List<String> reasons(int column) {
        List<String> reasons = new ArrayList<>();
        if (plan.sequences().containsKey(column)) {
            reasons.add("the next keys of sequence " + table.column(column).sequenceName());
        }
        for (ReferenceGroup group : plan.groups()) {
            for (Reference reference : group.references()) {
                if (reference.has(column)) {
                    QName parent = reference.key().references();
                    reasons.add("of a row of " + parent.schema() + "." + parent.name() + ", for foreign key "
                            + reference.name()
                            + (group.references().size() > 1
                                    ? ", chosen jointly with the keys that share its columns"
                                    : ""));
                }
            }
        }
        if (plan.extra().governs(column)) {
            reasons.add(
                    "inside a partition or apart from other rows, for " + table.id() + "'s partitions or exclusion");
        }
        reasons.addAll(plan.keys().reasons(table, column));
        return reasons;
    }

    /** {@return why there are fewer rows than asked for; null if there are not} */
    @Nullable
    String limit() {
        return plan.keys().limit();
    }

    @Override
    public @Nullable Object value(long row, String column) {
        int place = table.indexOf(column);
        SequenceKeys keys = plan.sequences().get(place);
        if (keys != null) {
            return keys.at(row);
        }
        if (plan.keys().drivers().contains(place)) {
            // A key of its own needs no parent, so that rows may refer to each other in a circle.
            return new RowStart(plan, row, attempt(row), 0).driver(place);
        }
        @Nullable Object @Nullable [] unfinished = inProgress.get(row);
        if (unfinished == null) {
            return row(row)[place];
        } else if (unfinished[place] == null) {
            throw new Unfillable("a row would have to refer to itself by column " + column
                    + ", whose value depends on that reference");
        }
        return unfinished[place];
    }

    /** Gives rows the values of another attempt than the first, which the server has refused. */
    void attempts(Map<Long, Integer> byRow) {
        attempts.putAll(byRow);
        failed.clear();
        Arrays.fill(cachedRows, -1);
    }

    private int attempt(long row) {
        return attempts.getOrDefault(row, 0);
    }

    @Override
    public @Nullable Object[] row(long number) {
        int slot = (int) (number % CACHED);
        @Nullable Object @Nullable [] kept = cache[slot];
        if (kept == null || cachedRows[slot] != number) {
            kept = row(number, attempt(number));
            cachedRows[slot] = number;
            cache[slot] = kept;
        }
        return kept;
    }

    /** {@return the row with the values of another attempt; attempt 0 is the row itself} */
    @Nullable
    Object[] row(long number, int attempt) {
        Unfillable known = failed.get(number);
        if (known != null && attempt == attempt(number)) {
            throw known;
        }
        for (int retry = 0; ; retry++) {
            try {
                return row(number, attempt, retry);
            } catch (Unfillable e) {
                if (retry == RETRIES) {
                    // Rows that refer to this one would look for it again and again.
                    failed.put(number, e);
                    throw e;
                }
            }
        }
    }

    /** Another retry draws other values, but keeps the row's places under unique keys. */
    private @Nullable Object[] row(long number, int attempt, int retry) {
        RowStart start = new RowStart(plan, number, attempt, retry);
        @Nullable Object[] values = start.values();
        for (int driver : plan.keys().drivers()) {
            values[driver] = start.driver(driver);
        }
        inProgress.put(number, values);
        try {
            new ParentChoice(plan, start).choose();
        } finally {
            inProgress.remove(number);
        }
        start.shape().complete(values, fixed(start), start.draws(), new UnfinishedRow(table, number, values));
        return values;
    }

    /** {@return the columns that are settled, to a value or to NULL} */
    private boolean[] fixed(RowStart start) {
        @Nullable Object[] values = start.values();
        boolean[] fixed = new boolean[values.length];
        for (FillColumn column : table.columns()) {
            int c = column.index();
            fixed[c] = values[c] != null || start.isNull(c) || column.column().isGenerated();
            if (start.isNull(c)
                    && !plan.sequences().containsKey(c)
                    && !plan.keys().drivers().contains(c)) {
                values[c] = null;
            }
        }
        for (ReferenceGroup group : plan.groups()) {
            for (Reference reference : group.references()) {
                for (int c : reference.columns()) {
                    fixed[c] |= plan.rules().nullable(c) && start.mayBeNull(c);
                }
            }
        }
        return fixed;
    }
}
