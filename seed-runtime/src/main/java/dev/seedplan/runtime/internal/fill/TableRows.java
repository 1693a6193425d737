package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.fill.RowRules.Nullness;
import dev.seedplan.runtime.internal.meaning.RowView;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.schema.QName;
import dev.seedplan.spi.Mix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one table, each computed from its number: keys, parents, then what constraints, names and types say. */
final class TableRows implements Rows, ParentRows {

    private static final int CACHED = 512;
    /** A row whose parents or values do not fit each other is drawn again as often. */
    private static final int RETRIES = 6;

    private static final double ROOTS = 0.3;
    private static final double UNSET_PARENTS = 0.15;

    private final FillTable table;
    private final RowRules rules;
    private final FillOptions.Nulls nulls;
    private final long key;
    private final Map<Integer, SequenceKeys> sequences;
    private final List<ReferenceGroup> groups;
    private final KeyPlan plan;
    private final FixedColumns extra;
    private final int[] sent;
    private final long[] cachedRows = new long[CACHED];
    private final @Nullable Object[][] cache = new @Nullable Object[CACHED][];
    private final Map<Long, @Nullable Object[]> inProgress = new HashMap<>();
    private final Map<Long, Integer> attempts = new HashMap<>();
    private final Map<Long, Unfillable> failed = new HashMap<>();
    private final long offset;
    private long size;

    /** Values that follow from the row's number alone: partitions, exclusion constraints, references left to triggers. */
    interface FixedColumns {

        /** For tables where nothing follows. */
        FixedColumns NONE = new FixedColumns() {

            @Override
            public boolean governs(int column) {
                return false;
            }

            @Override
            public void set(long row, Draws draws, @Nullable Object[] values) {}
        };

        /** {@return whether it sets a column in some row} */
        boolean governs(int column);

        /** Sets what it knows. */
        void set(long row, Draws draws, @Nullable Object[] values);
    }

    /**
     * Plans the rows.
     *
     * @param parents of each referenced table; its own rows are added here
     * @param offset how many rows the table holds already
     * @throws Unfillable if not a single row is possible
     */
    TableRows(
            FillTable table,
            RowRules rules,
            FillOptions options,
            Map<QName, ParentRows> parents,
            Map<Integer, SequenceKeys> sequences,
            FixedColumns extra,
            Set<String> ownKeys,
            long wanted,
            long offset) {
        this.table = table;
        this.rules = rules;
        this.nulls = options.nulls();
        this.sequences = sequences;
        this.extra = extra;
        this.offset = offset;
        key = Mix.combine(Mix.combine(options.seed(), "fill"), table.id());
        Arrays.fill(cachedRows, -1);
        groups = groups(parents, ownKeys);
        sent = table.columns().stream()
                .filter(c -> !c.column().isGenerated() && !leftToServer(c))
                .mapToInt(FillColumn::index)
                .toArray();
        size = wanted;
        for (Map.Entry<Integer, SequenceKeys> sequence : sequences.entrySet()) {
            if (sequence.getValue().size() < size) {
                size = sequence.getValue().size();
                if (size == 0) {
                    throw new Unfillable("the sequence of column "
                            + table.column(sequence.getKey()).name() + " has no values left");
                }
            }
        }
        plan = KeyPlan.of(table, groups, new Facts(), size, offset, key);
        size = plan.rows();
        if (size == 0) {
            String reason = String.valueOf(plan.limit());
            throw offset > 0 ? Unfillable.full(reason) : new Unfillable(reason);
        }
    }

    private List<ReferenceGroup> groups(Map<QName, ParentRows> parents, Set<String> ownKeys) {
        List<Reference> open = new ArrayList<>(table.references());
        open.removeIf(r -> ownKeys.contains(r.name()));
        List<ReferenceGroup> all = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Reference> group = new ArrayList<>(List.of(open.remove(0)));
            for (int i = 0; i < open.size(); ) {
                Reference next = open.get(i);
                if (group.stream().anyMatch(next::sharesColumnWith)) {
                    group.add(open.remove(i));
                    i = 0;
                } else {
                    i++;
                }
            }
            all.add(new ReferenceGroup(
                    group,
                    group.stream()
                            .map(r -> r.key().references().equals(table.name())
                                    ? new OwnRows(this)
                                    : parents.getOrDefault(r.key().references(), StoredRows.NONE))
                            .toList()));
        }
        return all;
    }

    /** A parent's key is taken from the parent, whatever the default says. */
    private boolean leftToServer(FillColumn column) {
        return column.leftToServer() && groups.stream().noneMatch(g -> g.has(column.index()));
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
        if (sequences.containsKey(column)) {
            reasons.add("the next keys of sequence " + table.column(column).sequenceName());
        }
        for (ReferenceGroup group : groups) {
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
        if (extra.governs(column)) {
            reasons.add(
                    "inside a partition or apart from other rows, for " + table.id() + "'s partitions or exclusion");
        }
        reasons.addAll(plan.reasons(table, column));
        return reasons;
    }

    /** {@return why there are fewer rows than asked for; null if there are not} */
    @Nullable
    String limit() {
        return plan.limit();
    }

    @Override
    public @Nullable Object value(long row, String column) {
        int place = table.indexOf(column);
        SequenceKeys keys = sequences.get(place);
        if (keys != null) {
            return keys.at(row);
        }
        if (plan.drivers().contains(place)) {
            return driver(row, place);
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

    @Override
    public @Nullable Object[] row(long number) {
        int slot = (int) (number % CACHED);
        @Nullable Object @Nullable [] kept = cache[slot];
        if (kept == null || cachedRows[slot] != number) {
            kept = row(number, attempts.getOrDefault(number, 0));
            cachedRows[slot] = number;
            cache[slot] = kept;
        }
        return kept;
    }

    /** A key of its own needs no parent, so that rows may refer to each other in a circle. */
    private @Nullable Object driver(long number, int column) {
        return new Start(number, attempts.getOrDefault(number, 0), 0).driver(column);
    }

    /** What the server has refused with NULLs it may take without, and the other way round. */
    private FillOptions.Nulls nulls(int attempt) {
        if (attempt % 2 == 0) {
            return nulls;
        }
        return nulls == FillOptions.Nulls.ALL ? FillOptions.Nulls.NONE : FillOptions.Nulls.ALL;
    }

    /** The number by which unique values are told apart: rows that are there have taken the first ones, other attempts the next. */
    private long place(long number, int attempt) {
        return number + offset + attempt * (size + offset);
    }

    private long places() {
        return (size + offset) * (TableLoad.ATTEMPTS + 1);
    }

    /** What is settled about a row before its parents are chosen. */
    private final class Start {

        private final long number;
        private final int attempt;
        private final Draws draws;
        private final long[] picks;
        private final Nullness[] wanted;
        private final @Nullable Object[] values;
        private final boolean[] fixed;
        private final RowRules.Shape shape;

        Start(long number, int attempt, int retry) {
            this.number = number;
            this.attempt = attempt;
            int count = table.columns().size();
            draws = new Draws(Mix.combine(key, number)).of(attempt).of(retry);
            picks = plan.at(number, attempt);
            wanted = new Nullness[count];
            Arrays.fill(wanted, Nullness.OPEN);
            List<UniqueKey> outside = settleNulls(number, picks, wanted);
            values = new @Nullable Object[count];
            fixed = new boolean[count];
            extra.set(number, draws, values);
            sequences.forEach((column, keys) -> values[column] = keys.at(number));
            for (int i = 0; i < picks.length; i++) {
                if (picks[i] >= 0
                        && plan.components().get(i) instanceof Component.Values few
                        && values[few.column()] == null) {
                    values[few.column()] = rules.nth(few.column(), picks[i]);
                }
            }
            if (retry > 0) {
                // Other rows have been told the keys of the first try.
                Start first = new Start(number, attempt, 0);
                plan.drivers().forEach(c -> values[c] = first.driver(c));
            }
            for (int c = 0; c < count; c++) {
                fixed[c] = values[c] != null;
            }
            shape = rules.shape(draws, wanted, values, outside, attempt, nulls(attempt));
        }

        @Nullable
        Object driver(int column) {
            if (values[column] != null) {
                return values[column];
            } else if (rules.leftNull(column, shape.nullness(column), draws, nulls(attempt))) {
                return null;
            }
            return shape.distinct(column, place(number, attempt), places(), draws);
        }
    }

    /** {@return the row with the values of another attempt; attempt 0 is the row itself} */
    @Nullable
    Object[] row(long number, int attempt) {
        Unfillable known = failed.get(number);
        if (known != null && attempt == attempts.getOrDefault(number, 0)) {
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
        Start start = new Start(number, attempt, retry);
        Draws draws = start.draws;
        Nullness[] wanted = start.wanted;
        @Nullable Object[] values = start.values;
        boolean[] fixed = start.fixed;
        RowRules.Shape shape = start.shape;
        for (int driver : plan.drivers()) {
            values[driver] = start.driver(driver);
        }
        inProgress.put(number, values);
        try {
            for (int g = 0; g < groups.size(); g++) {
                chooseParents(g, start, values);
            }
        } finally {
            inProgress.remove(number);
        }
        for (FillColumn column : table.columns()) {
            int c = column.index();
            boolean isNull = wanted[c] == Nullness.NULL || shape.nullness(c) == Nullness.NULL;
            fixed[c] = values[c] != null || isNull || column.column().isGenerated();
            if (isNull && values[c] != null && !fixedByKey(c)) {
                values[c] = null;
            }
        }
        for (ReferenceGroup group : groups) {
            for (Reference reference : group.references()) {
                for (int c : reference.columns()) {
                    fixed[c] |= rules.nullable(c) && shape.nullness(c) != Nullness.NOT_NULL;
                }
            }
        }
        shape.complete(values, fixed, draws, new View(number, values));
        return values;
    }

    /** What meanings may look at. */
    private final class View implements RowView {

        private final long number;
        private final @Nullable Object[] values;

        View(long number, @Nullable Object[] values) {
            this.number = number;
            this.values = values;
        }

        @Override
        public boolean has(String column) {
            return get(column) != null;
        }

        @Override
        public @Nullable Object get(String column) {
            int place = table.indexOf(column);
            return place < 0 ? null : values[place];
        }

        @Override
        public long ordinal() {
            return number;
        }
    }

    private boolean fixedByKey(int column) {
        return sequences.containsKey(column) || plan.drivers().contains(column);
    }

    /** Settles which columns are NULL because of keys and parents; {@return the unique keys the row must stay out of} */
    private List<UniqueKey> settleNulls(long number, long[] picks, Nullness[] wanted) {
        List<UniqueKey> outside = new ArrayList<>();
        for (KeyPlan.Escape escape : plan.escapes(number)) {
            if (escape.nullColumn() >= 0) {
                wanted[escape.nullColumn()] = Nullness.NULL;
            } else {
                outside.add(escape.key());
            }
        }
        sequences.keySet().forEach(c -> wanted[c] = Nullness.NOT_NULL);
        plan.drivers().stream()
                .filter(c -> plan.mustHaveValue(c) || !rules.nullable(c))
                .forEach(c -> wanted[c] = Nullness.NOT_NULL);
        Set<Reference> governed = new LinkedHashSet<>();
        for (int i = 0; i < picks.length; i++) {
            if (picks[i] >= 0 && plan.components().get(i) instanceof Component.Values few) {
                wanted[few.column()] = Nullness.NOT_NULL;
            } else if (picks[i] >= 0 && plan.components().get(i) instanceof Component.Parents parents) {
                parents.covered()
                        .forEach(r -> governed.add(
                                groups.get(parents.group()).references().get(r)));
            }
        }
        for (ReferenceGroup group : groups) {
            for (int r = 0; r < group.references().size(); r++) {
                Reference reference = group.references().get(r);
                if (governed.contains(reference)) {
                    for (int c : reference.columns()) {
                        if (plan.mustHaveValue(c) || !rules.nullable(c)) {
                            wanted[c] = Nullness.NOT_NULL;
                        }
                    }
                } else {
                    settle(reference, group.parents(r), group, number, wanted);
                }
            }
        }
        return outside;
    }

    /** A reference that has no parent to point at must be NULL, in a column of its own if it has one. */
    private void settle(Reference reference, ParentRows parents, ReferenceGroup group, long number, Nullness[] wanted) {
        boolean possible = parents.size(number) > 0 && !(parents.growing() && number == 0);
        int[] nullable =
                Arrays.stream(reference.columns()).filter(rules::nullable).toArray();
        if (possible || nullable.length == 0) {
            return;
        }
        int column = Arrays.stream(nullable)
                .filter(c -> group.references().stream().filter(r -> r.has(c)).count() == 1)
                .findFirst()
                .orElse(nullable[0]);
        wanted[column] = Nullness.NULL;
    }

    private void chooseParents(int place, Start start, @Nullable Object[] values) {
        long number = start.number;
        long[] picks = start.picks;
        RowRules.Shape shape = start.shape;
        Draws draws = start.draws;
        ReferenceGroup group = groups.get(place);
        ReferenceGroup.Judge judge = (column, value) -> value == null || shape.allows(column, value);
        boolean[] chosen = new boolean[group.references().size()];
        for (int r = 0; r < chosen.length; r++) {
            chosen[r] = hasParent(group.references().get(r), group.parents(r), start);
        }
        Draws own = draws.of("parents").of(place);
        for (int i = 0; i < picks.length; i++) {
            if (picks[i] >= 0
                    && plan.components().get(i) instanceof Component.Parents parents
                    && parents.group() == place) {
                int[] covered =
                        parents.covered().stream().mapToInt(Integer::intValue).toArray();
                if (!Arrays.stream(covered).allMatch(r -> chosen[r])) {
                    // A key with a NULL in it repeats nothing.
                    continue;
                }
                if (covered.length > 1) {
                    group.choose(covered, parents.sums(), picks[i], number, values, judge);
                } else {
                    boolean[] first = new boolean[chosen.length];
                    first[covered[0]] = true;
                    group.choose(first, picks[i], number, own, values, judge);
                }
                parents.covered().forEach(r -> chosen[r] = false);
            }
        }
        if (group.choose(chosen, -1, number, own, values, judge)) {
            return;
        }
        // Parents that do not fit each other or the row's constraints: those that may be missing are left out.
        boolean[] mandatory = chosen.clone();
        for (int r = 0; r < mandatory.length; r++) {
            mandatory[r] &= Arrays.stream(group.references().get(r).columns())
                    .noneMatch(c -> rules.nullable(c) && shape.nullness(c) != Nullness.NOT_NULL);
        }
        if (!group.choose(mandatory, -1, number, own, values, judge)) {
            throw new Unfillable("no row of the parents fits foreign key "
                    + String.join(
                            " and ",
                            group.references().stream().map(Reference::name).toList())
                    + " and the table's constraints together");
        }
    }

    private boolean hasParent(Reference reference, ParentRows parents, Start start) {
        Nullness[] wanted = start.wanted;
        RowRules.Shape shape = start.shape;
        FillOptions.Nulls rate = nulls(start.attempt);
        long number = start.number;
        boolean optional = false;
        boolean demanded = false;
        for (int c : reference.columns()) {
            if (wanted[c] == Nullness.NULL || shape.nullness(c) == Nullness.NULL) {
                return false;
            }
            demanded |= shape.nullness(c) == Nullness.NOT_NULL || wanted[c] == Nullness.NOT_NULL;
            optional |= rules.nullable(c) && shape.nullness(c) == Nullness.OPEN && wanted[c] == Nullness.OPEN;
        }
        if (!optional) {
            return true;
        }
        boolean self = parents.growing();
        if (rate == FillOptions.Nulls.ALL || parents.size(number) == 0 || (self && number == 0)) {
            return false;
        }
        return (demanded && reference.columns().length == 1)
                || rate == FillOptions.Nulls.NONE
                || !start.draws.of("null").of(reference.name()).chance(self ? ROOTS : UNSET_PARENTS);
    }

    /** A table's own rows as parents: a row refers to one before it, the first one of a mandatory key to itself. */
    private record OwnRows(TableRows rows) implements ParentRows {

        @Override
        public long size() {
            return rows.size();
        }

        @Override
        public long size(long child) {
            return Math.max(1, child);
        }

        @Override
        public boolean growing() {
            return true;
        }

        @Override
        public @Nullable Object value(long row, String column) {
            return rows.value(row, column);
        }
    }

    /** What keys need to know of the columns. */
    private final class Facts implements KeyPlan.Facts {

        private final Map<Integer, Long> sizes = new HashMap<>();

        @Override
        public long size(int column) {
            return extra.governs(column) ? 1 : sizes.computeIfAbsent(column, rules::size);
        }

        @Override
        public boolean nullable(int column) {
            return rules.nullable(column);
        }

        @Override
        public boolean distinct(int column) {
            return sequences.containsKey(column) || leftToServer(table.column(column));
        }

        @Override
        public boolean pleasantDriver(int column) {
            return rules.pleasantDriver(column);
        }
    }
}
