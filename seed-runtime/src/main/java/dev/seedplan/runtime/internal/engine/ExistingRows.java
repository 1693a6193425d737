package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Cell;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.RowHost;
import dev.seedplan.spi.Slots;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows that are in the database already, as parents: their addresses come from their keys; columns are read when asked for. */
public final class ExistingRows implements RowSet {

    private final TableSpec table;
    private final long[] addresses;
    private final IntFunction<@Nullable Object[]> loader;
    private final @Nullable Object[][] columns;

    /**
     * Makes the rows.
     *
     * @param keys each row's key as text, in the order of the rows
     * @param loader reads a column of all rows, each value as the Java object of its kind
     */
    public ExistingRows(TableSpec table, Iterable<String> keys, int size, IntFunction<@Nullable Object[]> loader) {
        this.table = table;
        this.loader = loader;
        addresses = new long[size];
        int i = 0;
        for (String key : keys) {
            addresses[i++] = RowKeys.asset(key);
        }
        columns = new Object[table.columns().size()][];
    }

    @Override
    public TableSpec table() {
        return table;
    }

    @Override
    public long size() {
        return addresses.length;
    }

    @Override
    public long address(long ordinal, Worker worker) {
        return addresses[(int) ordinal];
    }

    @Override
    public void forEach(Each each) {
        for (int i = 0; i < addresses.length; i++) {
            each.row(i, addresses[i]);
        }
    }

    @Override
    public ParentRow cursor(Worker worker) {
        return new Cursor(worker);
    }

    private synchronized @Nullable Object value(int column, int row) {
        @Nullable Object[] values = columns[column];
        if (values == null) {
            values = loader.apply(column);
            columns[column] = values;
        }
        return values[row];
    }

    private final class Cursor implements ParentRow, RowHost {

        private final Slots slots;
        private final Object view;
        private long ordinal = -1;

        Cursor(Worker worker) {
            slots = new Slots(table.columns().size(), this, new Cell(worker.surroundings()));
            view = table.view().apply(slots);
        }

        @Override
        public void moveTo(long wanted) {
            if (ordinal != wanted) {
                ordinal = wanted;
                slots.reset();
            }
        }

        @Override
        public Slots slots() {
            return slots;
        }

        @Override
        public Object view() {
            return view;
        }

        @Override
        public void settle(Slots row, int column) {
            row.put(column, value(column, (int) ordinal));
        }

        @Override
        public void moveToColumn(Slots row, int column, Cell cell) {
            throw new IllegalStateException("a row of the database has no generators");
        }

        @Override
        public Kind kind(Slots row, int column) {
            return table.columns().get(column).kind();
        }

        @Override
        public String describe(Slots row, int column) {
            return table.id() + "." + table.columns().get(column).name();
        }
    }
}
