package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.RowWriter;
import dev.seedplan.spi.Slots;
import org.jspecify.annotations.Nullable;

/** Goes over the rows of a step, one by one or in order. */
public final class StepPass {

    private final StepLayout step;
    private final Frame frame;

    StepPass(StepLayout step, Frame frame) {
        this.step = step;
        this.frame = frame;
    }

    /** Takes the row at hand. */
    public interface Sink {

        /** Takes the row at hand; its columns are read through {@link StepPass#write} or {@link StepPass#slots}. */
        void row(StepPass pass);
    }

    /** Calls {@code sink} for each row in order. */
    public void forEach(Sink sink) {
        if (step.addressing() instanceof Addressing.Children children) {
            long[] next = new long[1];
            children.parents().forEach((parent, address) -> {
                int rows = children.counts().at(address);
                for (int k = 0; k < rows; k++) {
                    frame.moveTo(next[0]++, step.childAddress(address, k), parent, address, k);
                    frame.run();
                    sink.row(this);
                }
            });
        } else {
            step.forEach((local, address) -> {
                frame.moveTo(local, address, -1, 0, local);
                frame.run();
                sink.row(this);
            });
        }
    }

    /** Calls {@code sink} for the rows from {@code from} (inclusive) to {@code to} (exclusive), in order. */
    public void forEach(long from, long to, Sink sink) {
        if (from == 0 && to == step.count()) {
            forEach(sink);
            return;
        }
        for (long local = from; local < to; local++) {
            moveTo(local);
            sink.row(this);
        }
    }

    /** Moves to row {@code local} of the step and runs its method. */
    public void moveTo(long local) {
        frame.moveTo(local);
        frame.run();
    }

    /** {@return where the plan sets the columns of a row, to which this moves as {@link #moveTo} does} */
    public SetterLines watch(long local) {
        SetterLines lines = new SetterLines(frame.view().getClass().getName());
        frame.slots().watch(lines);
        try {
            moveTo(local);
        } finally {
            frame.slots().watch(null);
        }
        return lines;
    }

    /** {@return of a row made parent by parent its place there, for messages; empty for others} */
    public String place() {
        if (!(step.addressing() instanceof Addressing.Children children)) {
            return "";
        }
        return "number " + frame.k() + " for row " + frame.parentOrdinal() + " of "
                + children.parents().table().id();
    }

    /** {@return the row's ordinal in its table} */
    public long ordinal() {
        return frame.ordinal();
    }

    /** {@return the columns of the row at hand} */
    public Slots slots() {
        return frame.slots();
    }

    /** {@return the row for messages} */
    public String position() {
        return frame.position();
    }

    /** {@return the value a column will have once the circle it closes is loaded} */
    public @Nullable Object later(int column) {
        if (step.rule(column) instanceof ColumnRule.Later later && frame.slots().state(column) == Slots.UNSET) {
            later.key().settle(frame, column);
        }
        return frame.slots().get(column);
    }

    /** {@return the value of a column, with the row named where it cannot be computed} */
    @Nullable
    Object value(int column) {
        try {
            return frame.slots().get(column);
        } catch (EngineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EngineException(
                    e,
                    EngineError.VALUE_FAILED,
                    frame.describe(frame.slots(), column),
                    frame.position(),
                    Frame.reason(e));
        }
    }

    /** Hands all columns of the row at hand to a writer, in the order of the table. */
    public void write(RowWriter writer) {
        try {
            step.table().table().encoder().accept(frame.slots(), writer);
        } catch (EngineException e) {
            throw e;
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException | ClassCastException e) {
            throw new EngineException(e, EngineError.VALUE_FAILED, "a value", frame.position(), Frame.reason(e));
        }
    }
}
