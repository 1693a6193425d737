package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.engine.StepLayout;

/**
 * Rows of a step that are to be written together.
 *
 * @param step the step
 * @param from the first row, from 0
 * @param to the row after the last
 */
record Part(StepLayout step, long from, long to) {

    long count() {
        return to - from;
    }

    /** {@return whether no row of the step comes after it} */
    boolean isLast() {
        return to == step.count();
    }
}
