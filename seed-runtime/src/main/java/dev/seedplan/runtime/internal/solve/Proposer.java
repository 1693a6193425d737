package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.types.Draws;
import org.jspecify.annotations.Nullable;

/** Natural values, from what columns mean. */
@FunctionalInterface
public interface Proposer {

    /** Proposes nothing: all values are made from facts. */
    Proposer NONE = (column, draws, attempt) -> null;

    /**
     * {@return a value that would suit the column were it not for conditions; null where nothing comes to mind}
     *
     * @param draws of the column in this row, and of the attempt
     * @param attempt from 0; later ones should differ
     */
    @Nullable
    Object propose(String column, Draws draws, int attempt);
}
