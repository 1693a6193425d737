package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.Distributed;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.StepSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one step: how many, where they are in their table, how they are addressed, and what fills each column. */
public final class StepLayout implements AddressRun {

    private final StepSpec spec;
    private final TableLayout table;
    private final int place;
    private final long base;
    private final long count;
    private final long key;
    private final long[] columnKeys;
    private final Addressing addressing;
    private final List<ParentLayout> parents = new ArrayList<>();
    private final ColumnRule[] rules;
    private final PoolRows pool;
    private final long apart;

    /** Makes one; {@code after} are the steps that fill the table before it. */
    StepLayout(
            StepSpec spec,
            TableLayout table,
            List<StepLayout> after,
            long count,
            long seed,
            Addressing addressing,
            PoolRows pool) {
        this.spec = spec;
        this.table = table;
        this.place = table.steps().size();
        this.base = table.size();
        this.count = count;
        this.addressing = addressing;
        this.pool = pool;
        key = RowKeys.step(seed, table.table().id(), spec.method());
        // Rows of two methods that are addressed alike would have children with the same values, keys too.
        boolean alike =
                after.stream().anyMatch(other -> other.addressing.getClass().equals(addressing.getClass()));
        apart = alike ? RowKeys.method(spec.method()) : 0;
        List<ColumnSpec> columns = table.table().columns();
        columnKeys = new long[columns.size()];
        rules = new ColumnRule[columnKeys.length];
        for (int i = 0; i < columnKeys.length; i++) {
            columnKeys[i] = RowKeys.column(key, columns.get(i).name());
            rules[i] = new ColumnRule.Server();
        }
        table.add(this);
    }

    /** {@return the step as the program has it} */
    public StepSpec spec() {
        return spec;
    }

    /** {@return the table it fills} */
    public TableLayout table() {
        return table;
    }

    /** {@return how many rows it makes} */
    public long count() {
        return count;
    }

    /** {@return {@code Plan.method} for messages, without the plan} */
    public String name() {
        return spec.method() + "(…)";
    }

    @Override
    public long size() {
        return count;
    }

    /** {@return whether every row takes its value of that column from the column's sequence} */
    public boolean isKey(int column) {
        return rules[column] instanceof ColumnRule.SequenceKey key && key.independent();
    }

    int place() {
        return place;
    }

    /** {@return the ordinal of its first row in the table} */
    public long base() {
        return base;
    }

    long key() {
        return key;
    }

    long columnKey(int column) {
        return columnKeys[column];
    }

    Addressing addressing() {
        return addressing;
    }

    PoolRows pool() {
        return pool;
    }

    void add(ParentLayout parent) {
        parents.add(parent);
    }

    List<ParentLayout> parents() {
        return parents;
    }

    /** {@return the iterated parent; null where there is none} */
    @Nullable
    ParentLayout perParent() {
        return parents.stream()
                .filter(p -> p.spec().role() == ParentSpec.Role.PER)
                .findFirst()
                .orElse(null);
    }

    ColumnRule rule(int column) {
        return rules[column];
    }

    void rule(int column, ColumnRule rule) {
        rules[column] = rule;
    }

    /** {@return whether the column's value is sent, rather than left to the server} */
    public boolean sends(int column) {
        return !(rules[column] instanceof ColumnRule.Server);
    }

    /** {@return the columns with a default that only the server can compute} */
    List<ColumnSpec> leftToServer() {
        List<ColumnSpec> columns = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            ColumnSpec column = table.table().columns().get(i);
            if (count > 0
                    && rules[i] instanceof ColumnRule.Server
                    && !column.generated()
                    && column.defaultExpression() != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** {@return the columns whose values are made up from their types, since nothing else says what they hold} */
    public List<String> madeUp() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            if (rules[i] instanceof ColumnRule.Left left
                    && left.neverSet()
                    && table.table().columns().get(i).notNull()) {
                columns.add(table.table().columns().get(i).name());
            }
        }
        return columns;
    }

    Object emptyView(Worker worker) {
        return new Frame(this, worker, false).view();
    }

    long address(long local, Worker worker) {
        if (addressing instanceof Addressing.Children children) {
            Offsets offsets = children.offsets();
            int block = offsets.blockOf(local);
            Offsets.Expanded expanded = worker.expanded(this, block);
            expanded.expand(block, children.parents(), children.counts(), worker);
            int within = (int) (local - offsets.first(block));
            long parent = expanded.parentOf(within);
            return childAddress(children.parents().address(parent, worker), within - expanded.start(parent));
        }
        return ownAddress(local);
    }

    /** {@return what came of the distribution of its pool; null where there is none} */
    @Nullable
    Distributed distributed() {
        Dealt dealt = dealt();
        return dealt == null ? null : dealt.report();
    }

    @Nullable
    Dealt dealt() {
        return addressing instanceof Addressing.Pool fromPool ? fromPool.dealt() : null;
    }

    /** {@return the ordinal of the target that a row's asset was given to} */
    long dealtTo(long local) {
        Dealt dealt = dealt();
        if (dealt == null) {
            throw new IllegalStateException(name() + " distributes nothing");
        }
        return dealt.places()[(int) local];
    }

    /** The address of a row that has no iterated parent. */
    long ownAddress(long local) {
        return apart(addressing instanceof Addressing.Pool fromPool ? fromPool.addresses()[(int) local] : local);
    }

    /** The address of row {@code k} of the iterated parent at that address. */
    long childAddress(long parent, long k) {
        return apart(RowKeys.child(parent, k));
    }

    private long apart(long address) {
        return apart == 0 ? address : RowKeys.child(address, apart);
    }

    @Override
    public void forEach(Each each) {
        if (addressing instanceof Addressing.Children children) {
            long[] next = new long[1];
            children.parents().forEach((parent, address) -> {
                int rows = children.counts().at(address);
                for (int k = 0; k < rows; k++) {
                    each.row(next[0]++, childAddress(address, k));
                }
            });
        } else {
            for (long i = 0; i < count; i++) {
                each.row(i, ownAddress(i));
            }
        }
    }
}
