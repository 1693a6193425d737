package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Assets;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.Surroundings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What one thread computes rows with: an instance of the plan, caches, and a count of the row methods' calls. */
public final class Worker {

    private final Layout layout;
    private final BoundPlan plan;
    private final Map<StepLayout, Offsets.Expanded> expanded = new HashMap<>();
    private final long[] calls;

    Worker(Layout layout, BoundPlan plan) {
        this.layout = layout;
        this.plan = plan;
        calls = new long[layout.steps().stream().mapToInt(s -> s.spec().index() + 1).max().orElse(0)];
    }

    /** {@return a pass over the rows of a step} */
    public StepPass pass(StepLayout step) {
        return new StepPass(step, new Frame(step, this, true));
    }

    /** {@return how often the row method of a step has been called} */
    public long calls(StepLayout step) {
        return calls[step.spec().index()];
    }

    void call(StepLayout step, Frame frame) {
        calls[step.spec().index()]++;
        plan.call(step.spec().index(), frame);
    }

    Surroundings surroundings() {
        return layout.surroundings();
    }

    Instant now() {
        return layout.now();
    }

    <A> AssetSource.Pool<A> pool(Assets<A> assets) {
        return layout.pools().open(assets);
    }

    Offsets.Expanded expanded(StepLayout step) {
        return expanded.computeIfAbsent(step, s -> new Offsets.Expanded());
    }
}
