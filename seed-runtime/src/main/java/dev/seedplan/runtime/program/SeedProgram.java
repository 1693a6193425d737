package dev.seedplan.runtime.program;

/** A generated program: for the plan {@code BlogDemo} the class {@code BlogDemoSeed}. */
public interface SeedProgram {

    /** {@return the plan's numbers, tables and steps} */
    PlanSpec spec();

    /** {@return a fresh instance of the plan; each worker has one of its own} */
    BoundPlan bind();
}
