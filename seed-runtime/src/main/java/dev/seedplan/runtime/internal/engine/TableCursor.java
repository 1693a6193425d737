package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.Slots;
import org.jspecify.annotations.Nullable;

/** A cursor over the rows of a filled table, whichever step makes them; each step's frame is made when it is needed. */
final class TableCursor implements ParentRow {

    private final TableLayout table;
    private final Worker worker;
    private final @Nullable Frame[] frames;
    private @Nullable Frame current;
    private long ordinal = -1;

    TableCursor(TableLayout table, Worker worker) {
        this.table = table;
        this.worker = worker;
        frames = new Frame[table.steps().size()];
    }

    @Override
    public void moveTo(long wanted) {
        if (wanted == ordinal) {
            return;
        }
        StepLayout step = table.stepOf(wanted);
        Frame frame = frames[step.place()];
        if (frame == null) {
            frame = new Frame(step, worker, false);
            frames[step.place()] = frame;
        }
        frame.moveTo(wanted - step.base());
        current = frame;
        ordinal = wanted;
    }

    @Override
    public Slots slots() {
        return frame().slots();
    }

    @Override
    public Object view() {
        return frame().row();
    }

    private Frame frame() {
        if (current == null) {
            throw new IllegalStateException("the cursor stands on no row");
        }
        return current;
    }
}
