package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Assets;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.Surroundings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one thread computes rows with: an instance of the plan, caches, and a count of the row methods' calls. */
public final class Worker {

    /** Of 16 kilobytes each: rows drawn anywhere in a quarter of a million parents' children count no block twice. */
    private static final int KEPT_BLOCKS = 64;

    private final Layout layout;
    private final BoundPlan plan;
    private final PoolNames names;
    private final Map<StepLayout, Offsets.@Nullable Expanded[]> expanded = new HashMap<>();
    private boolean reuses = true;
    private long calls;

    Worker(Layout layout, BoundPlan plan) {
        this.layout = layout;
        this.plan = plan;
        names = new PoolNames(plan);
    }

    /** {@return a pass over the rows of a step} */
    public StepPass pass(StepLayout step) {
        return new StepPass(step, new Frame(step, this, true));
    }

    /** {@return how often row methods have been called, those of parents included} */
    public long calls() {
        return calls;
    }

    /** {@return this worker, which now runs a row method for each row even if it says the same of all} */
    Worker withoutReuse() {
        reuses = false;
        return this;
    }

    boolean reuses() {
        return reuses;
    }

    /** A row whose method need not run counts as if it had: the number says how many rows are computed. */
    void recalled() {
        calls++;
    }

    void call(StepLayout step, Frame frame) {
        calls++;
        plan.call(step.spec().index(), frame);
    }

    /** Sets the columns of a step's mapping. */
    void map(StepLayout step, Frame frame) {
        plan.map(step.spec().index(), frame);
    }

    /** {@return what reads content} */
    AssetSource content() {
        return layout.pools().content();
    }

    Surroundings surroundings() {
        return layout.surroundings();
    }

    Instant now() {
        return layout.now();
    }

    <A> AssetSource.Pool<A> pool(Assets<A> assets) {
        return layout.pools().open(assets, layout.seed());
    }

    /** {@return what draws from a pool are keyed by} */
    String name(Assets<?> assets) {
        return names.of(assets);
    }

    /** {@return where a block of a step's parents is counted again; it may hold another block still} */
    Offsets.Expanded expanded(StepLayout step, int block) {
        Offsets.@Nullable Expanded[] kept =
                expanded.computeIfAbsent(step, s -> new Offsets.@Nullable Expanded[KEPT_BLOCKS]);
        int slot = block & (KEPT_BLOCKS - 1);
        Offsets.Expanded found = kept[slot];
        if (found == null) {
            found = new Offsets.Expanded();
            kept[slot] = found;
        }
        return found;
    }
}
