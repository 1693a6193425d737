package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.internal.rules.LeftColumns;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Slots;
import org.jspecify.annotations.Nullable;

/** The row of a frame to the one who makes up what its row method has left. */
final class LeftRow implements LeftColumns.Row {

    private final Frame frame;
    private final int only;

    /**
     * A row.
     *
     * @param only the one column to make up, while the row method runs and may still set others; -1 for all
     */
    LeftRow(Frame frame, int only) {
        this.frame = frame;
        this.only = only;
    }

    @Override
    public boolean isOpen(int column) {
        return frame.slots().state(column) == Slots.UNSET
                && (only < 0 ? frame.step().rule(column) instanceof ColumnRule.Left : column == only);
    }

    @Override
    public boolean isUnknown(int column) {
        return switch (frame.slots().state(column)) {
            case Slots.NULL, Slots.BITS, Slots.OBJECT, Slots.NOTED -> false;
            case Slots.UNSET -> only >= 0 || frame.step().rule(column) instanceof ColumnRule.Server;
            // The server's, or a generator at work, which has asked for the column to make up.
            default -> true;
        };
    }

    @Override
    public @Nullable Object value(int column) {
        return frame.slots().isNull(column) ? null : frame.slots().get(column);
    }

    @Override
    public void set(int column, @Nullable Object value) {
        frame.slots().put(column, value);
    }

    @Override
    public long key() {
        return Mix.combine(frame.step().key(), frame.address());
    }

    @Override
    public long ordinal() {
        return frame.ordinal();
    }

    @Override
    public long place() {
        return frame.k();
    }

    @Override
    public long size() {
        return frame.step().table().size();
    }
}
