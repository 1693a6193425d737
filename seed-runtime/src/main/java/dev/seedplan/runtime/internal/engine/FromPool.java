package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Assets;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.spi.AssetSource;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a step whose rows come from a pool: one for each asset, or one for each use of an asset where they are
 * distributed over the rows of a parent.
 *
 * @param addressing how they are addressed
 * @param rows their assets
 * @param count how many
 */
record FromPool(Addressing addressing, PoolRows rows, long count) {

    /** What the rows of any such step depend on. */
    record Run(BoundPlan plan, Pools pools, long seed, Instant now, Numbers numbers) {}

    /**
     * {@return the rows of a step}
     *
     * @param parents gives the rows of a parent
     * @param worker gives a worker that can compute them
     * @param kept says which of the rows the step's mapping leaves, where it has one
     */
    static FromPool of(
            StepSpec step,
            StepSpec.Source.Pool from,
            Run run,
            Function<ParentSpec, RowSet> parents,
            Supplier<Worker> worker,
            Function<FromPool, int[]> kept) {
        ParentSpec distributed = step.parents().stream()
                .filter(parent -> parent.distribute() != null)
                .findFirst()
                .orElse(null);
        Assets<?> assets = run.plan.assets(from.field());
        FromPool all = all(step, from, run, assets, distributed != null);
        int[] left = step.isMapped() ? kept.apply(all) : null;
        if (distributed != null) {
            int[] real = left == null ? IntStream.range(0, (int) all.count).toArray() : left;
            return dealt(dealt(step, run, assets, distributed, parents.apply(distributed), worker, real));
        }
        if (left == null) {
            return all;
        }
        long[] addresses = ((Addressing.Pool) all.addressing).addresses();
        return new FromPool(
                new Addressing.Pool(MappedPool.of(addresses, left), null),
                new PoolRows(all.rows.pool(), left),
                left.length);
    }

    private static FromPool all(
            StepSpec step, StepSpec.Source.Pool from, Run run, Assets<?> assets, boolean distributed) {
        AssetSource.Pool<?> pool = run.pools.open(assets, run.seed);
        // Of what is distributed, a number asked for is one of rows; one of the plan says how much of the pool is used.
        boolean rows = distributed && run.numbers.exact(step.table()) != null;
        long most = rows ? -1 : run.numbers.most(step.table(), from.atMost());
        int count = (int) (most < 0 ? pool.size() : Math.min(most, pool.size()));
        long[] addresses = new long[count];
        for (int i = 0; i < count; i++) {
            addresses[i] = RowKeys.asset(pool.id(i));
        }
        return new FromPool(new Addressing.Pool(addresses, null), new PoolRows(pool, null), count);
    }

    private static FromPool dealt(Dealt dealt) {
        return new FromPool(
                new Addressing.Pool(dealt.addresses(), dealt),
                new PoolRows(dealt.pool(), dealt.assets()),
                dealt.size());
    }

    private static <A> Dealt dealt(
            StepSpec step,
            Run run,
            Assets<A> assets,
            ParentSpec parent,
            RowSet targets,
            Supplier<Worker> worker,
            int[] real) {
        boolean asks = Objects.requireNonNull(parent.distribute()).asksTargets();
        @Nullable Worker able = asks ? worker.get() : null;
        return new Dealing(step, parent, targets, run.plan, run.seed, run.now)
                .deal(
                        assets,
                        run.pools.open(assets, run.seed),
                        run.pools.source(assets),
                        able,
                        real,
                        run.numbers.exact(step.table()));
    }
}
