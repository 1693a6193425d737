package dev.seedplan.runtime.internal.engine;

import dev.seedplan.spi.Mix;

/**
 * The parent of a row in a tree: an earlier row, of the same iterated parent where there is one. Each row draws whether it
 * is a root and a candidate among the rows before it; a candidate on the lowest level hands on to its own parent, so that
 * the depth always holds.
 */
final class TreePick {

    private final ParentLayout layout;
    private int level;

    TreePick(ParentLayout layout) {
        this.layout = layout;
    }

    /** {@return the ordinal of the parent, -1 for a root} */
    long ordinal(Frame child) {
        long within = child.k();
        long parent = resolve(child, within);
        return parent < 0 ? -1 : child.ordinal() - within + parent;
    }

    /** Finds the parent of the row at a place within the iterated parent, and leaves its level in {@link #level}. */
    private long resolve(Frame child, long place) {
        long address = addressOf(child, place);
        if (place == 0
                || Mix.unit(Mix.draw(layout.nullKey(), address, 0))
                        < layout.spec().roots()) {
            level = 0;
            return -1;
        }
        long candidate = Mix.below(Mix.draw(layout.pickKey(), address, 0), place);
        long above = resolve(child, candidate);
        if (level + 1 < layout.spec().depth()) {
            level++;
            return candidate;
        }
        return above;
    }

    private static long addressOf(Frame child, long place) {
        StepLayout step = child.step();
        return step.addressing() instanceof Addressing.Children children
                ? step.childAddress(children.parents().address(child.parentOrdinal(), child.worker()), place)
                : step.ownAddress(place);
    }
}
