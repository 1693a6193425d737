package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;

/** A program of which a run takes some steps. */
record SelectedProgram(SeedProgram whole, PlanSpec spec) implements SeedProgram {

    @Override
    public BoundPlan bind() {
        return whole.bind();
    }

    /** {@return the program with all its steps} */
    static SeedProgram whole(SeedProgram program) {
        return program instanceof SelectedProgram selected ? whole(selected.whole()) : program;
    }

    /** {@return the loader of a program's classes, with which its content and scripts are found} */
    static ClassLoader loader(SeedProgram program) {
        return whole(program).getClass().getClassLoader();
    }
}
