package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.SnapshotFiles;
import org.jspecify.annotations.Nullable;

/** A program of which a run takes some steps. */
record SelectedProgram(SeedProgram whole, PlanSpec spec) implements SeedProgram {

    @Override
    public BoundPlan bind() {
        return whole.bind();
    }

    @Override
    public @Nullable SnapshotFiles snapshot() {
        return whole.snapshot();
    }

    @Override
    public ClassLoader loader() {
        return whole.loader();
    }
}
