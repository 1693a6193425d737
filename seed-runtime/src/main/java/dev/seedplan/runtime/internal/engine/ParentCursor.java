package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.spi.Mix;
import org.jspecify.annotations.Nullable;

/** Finds the parent of a frame's row, and keeps the rows found last, which changes speed but no value. */
final class ParentCursor {

    /** A picked parent of a row that is written is kept by its ordinal's low bits; of a parent's parent only the last. */
    private static final int KEPT = 64;

    private final ParentLayout layout;
    private final Frame child;
    private @Nullable ParentRow[] kept;
    private final TreePick tree;
    private final DistinctPick distinct;
    private boolean found;
    private long reads;
    private @Nullable ParentRow row;

    ParentCursor(ParentLayout layout, Frame child, boolean outermost) {
        this.layout = layout;
        this.child = child;
        ParentSpec.Role role = layout.spec().role();
        boolean many = outermost && (role == ParentSpec.Role.PICK || role == ParentSpec.Role.DISTRIBUTE);
        kept = new ParentRow[many ? KEPT : 1];
        tree = new TreePick(layout);
        distinct = new DistinctPick(layout);
    }

    void renew() {
        found = false;
    }

    /** {@return the parent, null where the foreign key is NULL} */
    @Nullable
    ParentRow row() {
        if (!found) {
            long ordinal = ordinal();
            row = ordinal < 0 ? null : at(ordinal);
            found = true;
        }
        return row;
    }

    /** Begins to watch whether a value of the parent is read. */
    void watch() {
        if (row != null) {
            reads = row.slots().reads();
        }
    }

    /**
     * {@return whether the row method has learned nothing from the parent}, neither a value nor whether there is one, and would
     * be given the same object for every row, which a generator may hold
     */
    boolean isUnread() {
        boolean always =
                layout.spec().role() != ParentSpec.Role.TREE && layout.spec().nulls() == 0;
        boolean oneObject = !(layout.rows() instanceof TableLayout table) || table.isOneStep();
        return always && oneObject && (row == null || row.slots().reads() == reads);
    }

    /** From now on gives the object it has given last, moved from row to row. */
    void stay() {
        kept = new ParentRow[] {row};
    }

    private ParentRow at(long ordinal) {
        int slot = (int) (ordinal & (kept.length - 1));
        ParentRow cursor = kept[slot];
        if (cursor == null) {
            cursor = layout.rows().cursor(child.worker());
            kept[slot] = cursor;
        }
        cursor.moveTo(ordinal);
        return cursor;
    }

    /** {@return the parent's ordinal, -1 where the foreign key is NULL} */
    long ordinal() {
        return switch (layout.spec().role()) {
            case PER -> child.parentOrdinal();
            case PICK -> picked();
            case TREE -> tree.ordinal(child);
            case DISTRIBUTE -> child.step().dealtTo(child.local());
        };
    }

    private long picked() {
        double nulls = layout.spec().nulls();
        if (nulls > 0 && Mix.unit(Mix.draw(layout.nullKey(), child.address(), 0)) < nulls) {
            return -1;
        }
        long size = layout.rows().size();
        if (size == 0) {
            throw new EngineException(
                    EngineError.NO_PARENTS,
                    child.step().name(),
                    layout.rows().table().id());
        }
        return layout.distinct()
                ? distinct.ordinal(child, size)
                : Mix.jump(Mix.draw(layout.pickKey(), child.address(), 0), size);
    }
}
