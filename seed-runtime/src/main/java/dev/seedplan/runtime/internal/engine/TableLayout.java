package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.internal.database.KeyRanges;
import dev.seedplan.runtime.program.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows a plan makes of one table: those of each step that fills it, one step after the other. */
public final class TableLayout implements RowSet {

    private final TableSpec table;
    private final List<StepLayout> steps = new ArrayList<>();
    private long size;
    private final long[] uniqueKeys;
    private final @Nullable KeyRanges[] keys;

    TableLayout(TableSpec table, long seed) {
        this.table = table;
        uniqueKeys = new long[table.columns().size()];
        keys = new KeyRanges[uniqueKeys.length];
        for (int i = 0; i < uniqueKeys.length; i++) {
            uniqueKeys[i] =
                    RowKeys.unique(seed, table.id(), table.columns().get(i).name());
        }
    }

    void add(StepLayout step) {
        steps.add(step);
        size += step.count();
    }

    @Override
    public TableSpec table() {
        return table;
    }

    @Override
    public long size() {
        return size;
    }

    /** {@return the steps that fill it} */
    public List<StepLayout> steps() {
        return List.copyOf(steps);
    }

    boolean isOneStep() {
        return steps.size() == 1;
    }

    StepLayout stepOf(long ordinal) {
        // Asked for each row: no iterator.
        for (int i = 0; i < steps.size(); i++) {
            StepLayout step = steps.get(i);
            if (ordinal < step.base() + step.count()) {
                return step;
            }
        }
        throw new IllegalArgumentException("table " + table.id() + " has no row " + ordinal);
    }

    long uniqueKey(int column) {
        return uniqueKeys[column];
    }

    /** Gives a column the keys of its sequence. */
    public void keys(int column, KeyRanges ranges) {
        keys[column] = ranges;
    }

    /** {@return whether some row takes its value of that column from the column's sequence} */
    public boolean takesKeys(int column) {
        return steps.stream().anyMatch(s -> s.count() > 0 && s.rule(column) instanceof ColumnRule.SequenceKey);
    }

    /** {@return the keys of a column's sequence; null before they are given, and for other columns} */
    public @Nullable KeyRanges keys(int column) {
        return keys[column];
    }

    @Override
    public long address(long ordinal, Worker worker) {
        StepLayout step = stepOf(ordinal);
        return step.address(ordinal - step.base(), worker);
    }

    @Override
    public ParentRow cursor(Worker worker) {
        return new TableCursor(this, worker);
    }

    @Override
    public void forEach(Each each) {
        for (StepLayout step : steps) {
            step.forEach((local, address) -> each.row(step.base() + local, address));
        }
    }
}
