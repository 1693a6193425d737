package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Cell;
import dev.seedplan.Draw;
import dev.seedplan.mapping.MappingRow;
import dev.seedplan.runtime.program.Call;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.RowHost;
import dev.seedplan.spi.Slots;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a step, computed as far as somebody reads it: its place, its parents, its columns. A worker moves it from
 * row to row. The parents of a row are frames of its own, so that a parent a row method still holds never moves.
 */
public final class Frame implements RowHost, Call, ParentRow {

    private final StepLayout step;
    private final Worker worker;
    private final Slots slots;
    private final Object view;
    private final Cell cell;
    private final ParentCursor[] parents;
    private final RowDraw draw;
    private final MappingRow mapping;
    private final List<ColumnSpec> columns;

    private long local = -1;
    private long address;
    private boolean addressed;
    private long parentOrdinal = -1;
    private long parentAddress;
    private boolean parentAddressed;
    private long k = -1;
    private boolean placed;
    private boolean ran;
    private boolean running;
    // Whether the row method has been watched, and then, whether it says the same of every row.
    private boolean watched;
    private boolean drew;
    private boolean sameForAll;

    Frame(StepLayout step, Worker worker, boolean outermost) {
        this.step = step;
        this.worker = worker;
        columns = step.table().table().columns();
        cell = new Cell(worker.surroundings());
        slots = new Slots(columns.size(), this, cell);
        view = step.table().table().view().apply(slots);
        parents = new ParentCursor[step.parents().size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = new ParentCursor(step.parents().get(i), this, outermost);
        }
        draw = new RowDraw(this);
        mapping = new MappingRow(new RowContent(this));
    }

    // Moving.

    @Override
    public void moveTo(long wanted) {
        if (wanted != local) {
            local = wanted;
            addressed = false;
            placed = false;
            parentAddressed = false;
            renew();
        }
    }

    /** Moves to the next row of a sequential pass, which knows its address already. */
    void moveTo(long row, long rowAddress, long parent, long addressOfParent, long within) {
        local = row;
        address = rowAddress;
        addressed = true;
        parentOrdinal = parent;
        parentAddress = addressOfParent;
        parentAddressed = true;
        k = within;
        placed = true;
        renew();
    }

    private void renew() {
        ran = false;
        slots.reset();
        for (ParentCursor parent : parents) {
            parent.renew();
        }
    }

    /** Runs the row method, unless it has run for this row. */
    void run() {
        if (ran || running) {
            return;
        }
        if (sameForAll && !slots.isWatched()) {
            recall();
            return;
        }
        running = true;
        slots.writable(true);
        boolean watching = !watched && worker.reuses();
        long reads = slots.reads();
        if (watching) {
            drew = false;
            slots.lookFromHere();
        }
        try {
            worker.call(step, this);
            ran = true;
            if (watching) {
                learn(slots.reads() == reads);
            }
        } catch (EngineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EngineException(e, EngineError.VALUE_FAILED, step.name(), position(), reason(e));
        } finally {
            slots.writable(false);
            running = false;
        }
    }

    /**
     * A row method is a pure function of what it reads. One that has read neither its row nor a parent, nor drawn, notes the
     * same generators for every row, so that it need not run again: they are noted again instead.
     */
    private void learn(boolean unread) {
        watched = true;
        boolean same = !drew && unread;
        for (ParentCursor parent : parents) {
            same &= parent.isUnread();
        }
        if (same) {
            slots.keep();
            for (ParentCursor parent : parents) {
                parent.stay();
            }
            sameForAll = true;
        }
    }

    private void recall() {
        slots.recall();
        for (ParentCursor parent : parents) {
            // A generator may hold the parent's object, which must stand for this row's parent when it runs.
            parent.row();
        }
        worker.recalled();
        ran = true;
    }

    static String reason(RuntimeException e) {
        String message = e.getMessage();
        return message == null || !(e instanceof IllegalStateException || e instanceof IllegalArgumentException)
                ? e.getClass().getSimpleName() + (message == null ? "" : ": " + message)
                : message;
    }

    // Where the row is.

    StepLayout step() {
        return step;
    }

    Worker worker() {
        return worker;
    }

    long local() {
        return local;
    }

    /** The row's ordinal in its table. */
    long ordinal() {
        return step.base() + local;
    }

    long address() {
        if (!addressed) {
            address = step.address(local, worker);
            addressed = true;
        }
        return address;
    }

    /** The ordinal of the iterated parent, -1 where there is none. */
    long parentOrdinal() {
        place();
        return parentOrdinal;
    }

    /** The address of the iterated parent; only where there is one. */
    long parentAddress() {
        if (!parentAddressed) {
            Addressing.Children children = (Addressing.Children) step.addressing();
            parentAddress = children.parents().address(parentOrdinal(), worker);
            parentAddressed = true;
        }
        return parentAddress;
    }

    /** The place within the iterated parent, or within the step where there is none. */
    long k() {
        place();
        return k;
    }

    private void place() {
        if (placed) {
            return;
        }
        if (step.addressing() instanceof Addressing.Children children) {
            int block = children.offsets().blockOf(local);
            Offsets.Expanded expanded = worker.expanded(step, block);
            expanded.expand(block, children.parents(), children.counts(), worker);
            int within = (int) (local - children.offsets().first(block));
            parentOrdinal = expanded.parentOf(within);
            k = (long) within - expanded.start(parentOrdinal);
        } else {
            parentOrdinal = -1;
            k = local;
        }
        placed = true;
    }

    /** {@return the row for messages: {@code row 7 of users}} */
    String position() {
        return "row " + ordinal() + " of " + step.table().table().id();
    }

    // What the row method gets.

    @Override
    public Object row() {
        return view;
    }

    @Override
    public @Nullable Object parent(int index) {
        ParentRow row = parentRow(index);
        if (row != null && !watched) {
            parents[index].watch();
        }
        return row == null ? null : row.view();
    }

    /** {@return whether the row method runs, so that it may still set columns} */
    boolean isUnfinished() {
        return running;
    }

    /** {@return the ordinal of a parent, -1 where there is none} */
    long parentOrdinal(int index) {
        return parents[index].ordinal();
    }

    @Nullable
    ParentRow parentRow(int index) {
        return parents[index].row();
    }

    @Override
    public Object asset() {
        drew = true;
        return step.pool().get(local);
    }

    @Override
    public MappingRow mapping() {
        return mapping;
    }

    /** Sets the columns of the step's mapping, and nothing else. */
    void map() {
        slots.writable(true);
        try {
            worker.map(step, this);
        } finally {
            slots.writable(false);
        }
    }

    @Override
    public Draw draw() {
        drew = true;
        return draw;
    }

    // What a child, an encoder and the row itself ask for.

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
        ColumnRule rule = step.rule(column);
        if (!ran && !running && !rule.independent()) {
            run();
            if (row.state(column) != Slots.UNSET) {
                return;
            }
        }
        rule.settle(this, column);
    }

    @Override
    public void moveToColumn(Slots row, int column, Cell at) {
        at.moveToRow(address(), ordinal());
        at.moveToColumn(
                step.columnKey(column),
                step.table().uniqueKey(column),
                columns.get(column).maxLength());
    }

    @Override
    public Kind kind(Slots row, int column) {
        return columns.get(column).kind();
    }

    @Override
    public String describe(Slots row, int column) {
        return step.table().table().id() + "." + columns.get(column).name();
    }
}
