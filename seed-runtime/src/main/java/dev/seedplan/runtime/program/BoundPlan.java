package dev.seedplan.runtime.program;

import dev.seedplan.Assets;

/** One instance of a plan, with its row methods by step. */
public interface BoundPlan {

    /** Calls the row method of step {@code step}. */
    void call(int step, Call call);

    /** Sets the columns of the mapping of step {@code step}, without the row method; does nothing where it has none. */
    default void map(int step, Call call) {}

    /**
     * {@return the pool in that field of the plan}
     *
     * @throws IllegalArgumentException if the plan has no such field
     */
    Assets<?> assets(String field);
}
