package dev.seedplan.runtime.program;

import org.jspecify.annotations.Nullable;

/** A generated program: for the plan {@code BlogDemo} the class {@code BlogDemoSeed}. */
public interface SeedProgram {

    /** {@return the plan's numbers, tables and steps} */
    PlanSpec spec();

    /** {@return the snapshot's resources; null for a program without any} */
    default @Nullable SnapshotFiles snapshot() {
        return null;
    }

    /** {@return the loader with which the program's content, scripts and snapshot are found} */
    default ClassLoader loader() {
        return getClass().getClassLoader();
    }

    /** {@return a fresh instance of the plan; each worker has one of its own} */
    BoundPlan bind();
}
