package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.internal.rules.LeftColumns;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.spi.Surroundings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rows of a run: what a plan, its numbers, its content and the database's existing rows make together. */
public final class Layout {

    /** Keys, counts and prefix sums are exact far beyond this; it is a guard against a slip of the keyboard. */
    private static final long MOST_ROWS = 1L << 40;

    private final SeedProgram program;
    private final PlanSpec spec;
    private final long seed;
    private final Instant now;
    private final Surroundings surroundings;
    private final Pools pools;
    private final Map<String, TableLayout> tables = new LinkedHashMap<>();
    private final List<StepLayout> steps = new ArrayList<>();
    private final Map<String, LeftOvers> leftOvers = new ConcurrentHashMap<>();
    private @Nullable Snapshot schema;
    private final List<String> leftOut = new ArrayList<>();
    private Map<String, Object> asked = Map.of();

    private Layout(SeedProgram program, long seed, Pools pools) {
        this.program = program;
        spec = program.spec();
        this.seed = seed;
        this.pools = pools;
        now = Instant.parse(spec.at());
        surroundings = new PlanSurroundings(now, spec.locale());
    }

    /**
     * Lays out the rows of a program.
     *
     * @param seed the seed to use, usually the plan's
     * @param numbers rows asked for at run time, by table id, for steps with a number of their own
     * @param existing gives the database's rows for a parent that no step makes
     * @throws EngineException if the numbers cannot be
     */
    public static Layout of(
            SeedProgram program,
            long seed,
            Map<String, Long> numbers,
            Pools pools,
            BiFunction<TableSpec, ParentSpec, ExistingRows> existing) {
        return of(program, seed, Numbers.of(numbers), pools, existing);
    }

    /**
     * Lays out the rows of a program.
     *
     * @param seed the seed to use, usually the plan's
     * @param numbers what is asked for at run time instead of the plan's numbers
     * @param existing gives the database's rows for a parent that no step makes
     * @throws EngineException if the numbers cannot be
     */
    public static Layout of(
            SeedProgram program,
            long seed,
            Numbers numbers,
            Pools pools,
            BiFunction<TableSpec, ParentSpec, ExistingRows> existing) {
        Layout layout = new Layout(program, seed, pools);
        layout.checkNumbers(numbers.rows());
        for (StepSpec step : layout.spec.steps()) {
            layout.add(step, numbers, existing);
        }
        // Parents picked from a table of the plan may be laid out later than the step: a circle, or a self reference.
        layout.addParents(existing);
        Capacity.check(layout);
        Rules.first(layout);
        return layout;
    }

    private void checkNumbers(Map<String, Long> numbers) {
        for (String table : numbers.keySet()) {
            List<StepSpec> filling =
                    spec.steps().stream().filter(s -> s.table().equals(table)).toList();
            if (filling.isEmpty()) {
                List<String> known = spec.steps().stream()
                        .map(StepSpec::table)
                        .distinct()
                        .sorted()
                        .toList();
                throw new EngineException(EngineError.UNKNOWN_TABLE, table, "it fills " + String.join(", ", known));
            }
            if (filling.stream().allMatch(s -> s.source() instanceof StepSpec.Source.PerParent)) {
                throw new EngineException(EngineError.NOT_ROOT, table);
            }
        }
    }

    private void add(StepSpec step, Numbers numbers, BiFunction<TableSpec, ParentSpec, ExistingRows> existing) {
        TableLayout table = tables.computeIfAbsent(step.table(), id -> new TableLayout(spec.table(id), seed));
        Addressing addressing = new Addressing.Roots();
        PoolRows pool = PoolRows.NONE;
        long count;
        if (step.source() instanceof StepSpec.Source.Fixed fixed) {
            count = numbers.of(step.table(), fixed);
        } else if (step.source() instanceof StepSpec.Source.Pool from) {
            FromPool rows = FromPool.of(
                    step,
                    from,
                    new FromPool.Run(program.bind(), pools, seed, now, numbers),
                    parent -> rowsOf(parent, existing),
                    () -> able(existing),
                    all -> kept(step, all.count(), all.addressing(), all.rows()));
            addressing = rows.addressing();
            pool = rows.rows();
            count = rows.count();
        } else {
            ParentSpec per = step.parents().stream()
                    .filter(p -> p.role() == ParentSpec.Role.PER)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(step.method() + " has no iterated parent"));
            Addressing.Children children = children(step, per, existing);
            addressing = children;
            count = children.offsets().total();
        }
        if (count > MOST_ROWS) {
            throw new EngineException(EngineError.TOO_MANY_ROWS, step.table(), count);
        }
        steps.add(new StepLayout(step, table, table.steps(), count, seed, addressing, pool));
    }

    private int[] kept(StepSpec step, long count, Addressing addressing, PoolRows pool) {
        TableLayout alone = new TableLayout(spec.table(step.table()), seed);
        TableLayout table = tables.get(step.table());
        List<StepLayout> after = table == null ? List.of() : table.steps();
        MappedPool mapped = new MappedPool(new StepLayout(step, alone, after, count, seed, addressing, pool));
        int[] kept = mapped.kept(worker());
        leftOut.addAll(mapped.leftOut());
        return kept;
    }

    /** {@return why rows are left out that the plan asks for, a sentence for each without its full stop} */
    public List<String> leftOut() {
        return leftOut;
    }

    private Addressing.Children children(
            StepSpec step, ParentSpec per, BiFunction<TableSpec, ParentSpec, ExistingRows> existing) {
        RowSet parents = rowsOf(per, existing);
        long stepKey = RowKeys.step(seed, step.table(), step.method());
        Addressing.@Nullable Pairs pairs = pairs(step, per, parents, stepKey, existing);
        ParentSpec.Count numbers = pairs == null ? per.count() : pairs.pairing().count();
        if (numbers == null) {
            throw new IllegalStateException(step.method() + " has an iterated parent without numbers");
        }
        Counts counts = new Counts(RowKeys.other(stepKey, "count", per.foreignKey()), numbers);
        if (numbers.total() >= 0) {
            counts.apportion(parents, step.method() + "(…)");
        }
        return new Addressing.Children(parents, counts, Offsets.of(parents, counts), pairs);
    }

    private Addressing.@Nullable Pairs pairs(
            StepSpec step,
            ParentSpec per,
            RowSet parents,
            long stepKey,
            BiFunction<TableSpec, ParentSpec, ExistingRows> existing) {
        if (per.pairs() == null) {
            return null;
        }
        String key = per.pairs().other();
        ParentSpec other = step.parents().stream()
                .filter(p -> p.foreignKey().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(step.method() + " has no parent by " + key));
        RowSet others = rowsOf(other, existing);
        Pairing.Sides sides = new Pairing.Sides(RowKeys.other(stepKey, "pick", key), parents.size(), others.size());
        Pairing.StepNames names = new Pairing.StepNames(step.method() + "(…)", step.table(), other.table());
        return new Addressing.Pairs(key, others, Pairing.of(per.pairs(), sides, names));
    }

    private void addParents(BiFunction<TableSpec, ParentSpec, ExistingRows> existing) {
        for (StepLayout step : steps) {
            step.parents().clear();
            addParents(step, existing);
        }
    }

    /** A worker that can compute the rows laid out so far, as far as they do not depend on tables that come later. */
    private Worker able(BiFunction<TableSpec, ParentSpec, ExistingRows> existing) {
        addParents((table, parent) -> parent.existing() == null
                        && spec.steps().stream().anyMatch(step -> step.table().equals(table.id()))
                ? new ExistingRows(table, List.of(), 0, column -> new Object[0])
                : existing.apply(table, parent));
        Rules.first(this);
        return worker();
    }

    private void addParents(StepLayout step, BiFunction<TableSpec, ParentSpec, ExistingRows> existing) {
        for (ParentSpec parent : step.spec().parents()) {
            RowSet rows = known(step, parent);
            step.add(ParentLayout.of(
                    parent,
                    rows == null ? rowsOf(parent, existing) : rows,
                    step,
                    parent.distinct() || Capacity.mustDiffer(step, parent)));
        }
    }

    /** The rows of a parent that the numbers of the step were made from; null for others. */
    private static @Nullable RowSet known(StepLayout step, ParentSpec parent) {
        Dealt dealt = step.dealt();
        if (dealt != null && parent.role() == ParentSpec.Role.DISTRIBUTE) {
            return dealt.targets();
        }
        if (!(step.addressing() instanceof Addressing.Children children)) {
            return null;
        }
        if (parent.role() == ParentSpec.Role.PER) {
            return children.parents();
        }
        Addressing.Pairs pairs = children.pairs();
        return pairs != null && pairs.foreignKey().equals(parent.foreignKey()) ? pairs.others() : null;
    }

    private RowSet rowsOf(ParentSpec parent, BiFunction<TableSpec, ParentSpec, ExistingRows> existing) {
        @Nullable TableLayout filled = tables.get(parent.table());
        if (filled != null && parent.existing() == null) {
            return filled;
        }
        return existing.apply(spec.table(parent.table()), parent);
    }

    /** {@return the program} */
    public SeedProgram program() {
        return program;
    }

    /** {@return the steps in the order in which they run} */
    public List<StepLayout> steps() {
        return steps;
    }

    /** {@return the tables that are filled, in the order of their first steps} */
    public List<TableLayout> tables() {
        return List.copyOf(tables.values());
    }

    /** {@return a worker with an instance of the plan of its own; a worker serves one thread} */
    public Worker worker() {
        return new Worker(this, program.bind());
    }

    /** Looks at a sample of every step's rows and settles what fills the columns they leave; call it once, before rows. */
    public void rehearse() {
        Rules.settle(this);
    }

    /** {@return by table the columns that have a default which only the server can compute} */
    public Map<TableSpec, List<ColumnSpec>> leftToServer() {
        Map<TableSpec, List<ColumnSpec>> left = new LinkedHashMap<>();
        for (TableLayout table : tables.values()) {
            for (StepLayout step : table.steps()) {
                left.merge(table.table(), step.leftToServer(), Layout::union);
            }
        }
        return left;
    }

    private static List<ColumnSpec> union(List<ColumnSpec> one, List<ColumnSpec> two) {
        return Stream.concat(one.stream(), two.stream()).distinct().toList();
    }

    /**
     * Gives values of defaults that the server has computed; before {@link #rehearse}.
     *
     * @param values by {@code schema.table.column}
     */
    public void asked(Map<String, Object> values) {
        asked = Map.copyOf(values);
        Rules.first(this);
    }

    @Nullable
    Object asked(TableSpec table, ColumnSpec column) {
        return asked.get(table.id() + "." + column.name());
    }

    /** {@return what fills the columns of a table that row methods leave} */
    LeftOvers leftOvers(TableSpec table) {
        return leftOvers.computeIfAbsent(
                table.id(), id -> new LeftOvers(table, () -> LeftColumns.of(table, schema(), seed, now), this));
    }

    private synchronized Snapshot schema() {
        if (schema == null) {
            schema = PlanSchema.of(program);
        }
        return schema;
    }

    /** {@return the columns whose values are made up from their types, as {@code schema.table.column}, sorted} */
    public SortedSet<String> madeUp() {
        SortedSet<String> columns = new TreeSet<>();
        for (StepLayout step : steps) {
            if (step.count() > 0) {
                step.madeUp().forEach(column -> columns.add(step.table().table().id() + "." + column));
            }
        }
        return columns;
    }

    /** {@return a row of a table as its generated row class, to look at its type} */
    public Object view(TableLayout table) {
        return table.steps().get(0).emptyView(worker());
    }

    /** {@return what became of the content, and where a row comes from} */
    public LayoutContent content() {
        return new LayoutContent(this, new PoolNames(program.bind()));
    }

    @Nullable
    TableLayout table(String id) {
        return tables.get(id);
    }

    long seed() {
        return seed;
    }

    /** {@return the plan's instant} */
    public Instant now() {
        return now;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Pools pools() {
        return pools;
    }
}
