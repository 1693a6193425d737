package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.internal.database.KeyRanges;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Slots;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What fills a column that the row method has not set. */
sealed interface ColumnRule {

    /** Settles the column of the frame's row. */
    void settle(Frame frame, int column);

    /** {@return whether the row method never sets the column, so that it can be settled without running the method} */
    default boolean independent() {
        return false;
    }

    /** The server fills it; it is not sent. */
    record Server() implements ColumnRule {

        @Override
        public void settle(Frame frame, int column) {
            frame.slots().leaveToServer(column);
        }
    }

    /** NULL. */
    record Null() implements ColumnRule {

        @Override
        public void settle(Frame frame, int column) {
            frame.slots().put(column, null);
        }
    }

    /** A key of the table's sequence, by the row's ordinal. */
    record SequenceKey(KeyRanges ranges, boolean independent) implements ColumnRule {

        @Override
        public void settle(Frame frame, int column) {
            frame.slots().putBits(column, ranges.at(frame.ordinal()));
        }
    }

    /** A random UUID (version 4) from the row's address. */
    record AddressUuid(boolean independent) implements ColumnRule {

        @Override
        public void settle(Frame frame, int column) {
            long key = frame.step().columnKey(column);
            long address = frame.address();
            long high = (Mix.draw(key, address, 0) & 0xffffffffffff0fffL) | 0x4000L;
            long low = (Mix.draw(key, address, 1) & 0x3fffffffffffffffL) | 0x8000000000000000L;
            UUID uuid = new UUID(high, low);
            boolean text = frame.kind(frame.slots(), column) == Kind.TEXT;
            frame.slots().put(column, text ? uuid.toString() : uuid);
        }
    }

    /** The default, when it is a constant; also the plan's instant for {@code now()}. */
    record Constant(Object value) implements ColumnRule {

        @Override
        public void settle(Frame frame, int column) {
            frame.slots().put(column, value);
        }
    }

    /** A value made up beside those that are set; {@code neverSet} where no row of the sample had one. */
    record Left(LeftOvers left, boolean neverSet) implements ColumnRule {

        @Override
        public void settle(Frame frame, int column) {
            left.complete(frame, column);
        }
    }

    /** The key of one or more parents. */
    record ParentKey(List<Part> parts) implements ColumnRule {

        /** Column {@code referenced} of parent number {@code parent}. */
        record Part(int parent, int referenced) {}

        @Override
        public void settle(Frame frame, int column) {
            Part first = parts.get(0);
            copy(frame, column, frame.parentRow(first.parent()), first.referenced());
            for (int i = 1; i < parts.size(); i++) {
                ParentRow other = frame.parentRow(parts.get(i).parent());
                if (other != null
                        && frame.slots().state(column) != Slots.NULL
                        && !Objects.equals(
                                frame.slots().get(column),
                                other.slots().get(parts.get(i).referenced()))) {
                    throw new EngineException(
                            EngineError.PARENTS_DISAGREE, frame.describe(frame.slots(), column), frame.position());
                }
            }
        }

        private static void copy(Frame frame, int column, @Nullable ParentRow parent, int referenced) {
            Slots to = frame.slots();
            if (parent == null) {
                to.put(column, null);
                return;
            }
            Slots from = parent.slots();
            from.resolve(referenced);
            if (from.state(referenced) == Slots.BITS) {
                to.putBits(column, from.getBits(referenced));
            } else {
                to.put(column, from.get(referenced));
            }
        }
    }

    /** The key of a parent that closes a circle: NULL now, set after the load. */
    record Later(ParentKey key) implements ColumnRule {

        @Override
        public void settle(Frame frame, int column) {
            frame.slots().put(column, null);
        }
    }

    /** Nothing: other rows of the step set the column, and nobody but the server could fill it here. */
    record Sometimes() implements ColumnRule {

        @Override
        public void settle(Frame frame, int column) {
            throw new EngineException(EngineError.SOMETIMES_SET, frame.describe(frame.slots(), column));
        }
    }
}
