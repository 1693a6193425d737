package dev.seedplan.runtime.internal.engine;

import dev.seedplan.Assets;
import dev.seedplan.Strategy;
import dev.seedplan.runtime.Distributed;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.DistributeSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.DistributionOutcome;
import dev.seedplan.spi.DistributionTask;
import dev.seedplan.spi.DistributionTask.Bound;
import dev.seedplan.spi.DistributionTask.Quota;
import dev.seedplan.spi.Mix;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Distributes the assets of a step's pool over the rows of its parent, once the plan has answered what the rules ask. */
final class Dealing {

    /** More uses than any distribution has. */
    private static final int UNBOUNDED = 1 << 28;

    private final StepSpec step;
    private final ParentSpec parent;
    private final DistributeSpec spec;
    private final BoundPlan plan;
    private final RowSet targets;
    private final long seed;
    private final Instant now;

    Dealing(StepSpec step, ParentSpec parent, RowSet targets, BoundPlan plan, long seed, Instant now) {
        this.step = step;
        this.parent = parent;
        this.spec = Objects.requireNonNull(parent.distribute());
        this.targets = targets;
        this.plan = plan;
        this.seed = RowKeys.other(RowKeys.step(seed, step.table(), step.method()), "distribute", parent.foreignKey());
        this.now = now;
    }

    /**
     * Distributes.
     *
     * @param worker can compute targets; null where no rule asks about them
     * @param real which of the pool's assets may be used
     * @param total the number of rows a run asks for; null for the plan's
     */
    <A> Dealt deal(
            Assets<A> assets,
            AssetSource.Pool<A> pool,
            AssetSource source,
            @Nullable Worker worker,
            int[] real,
            @Nullable Long total) {
        String name = ((StepSpec.Source.Pool) step.source()).field();
        if (targets.size() == 0 && real.length > 0) {
            throw new EngineException(EngineError.NO_PARENTS, step.method() + "(…)", parent.table());
        }
        int bound = total == null ? spec.total().value() : (int) Math.min(total, UNBOUNDED);
        Supplemented<A> all = new Supplemented<>(pool, real, name);
        int missing = missing(real.length, bound);
        if (missing > 0) {
            IntFunction<A> maker = source.maker(assets, pool, name, seed);
            for (int i = 0; i < missing; i++) {
                all.add(maker.apply(i));
            }
        }
        DistributionOutcome outcome = source.distribute(task(all, worker, bound));
        Dealt dealt = Dealt.of(
                targets,
                outcome,
                all,
                new Distributed(
                        step.table(), step.method(), name, parent.table(), List.of(), List.of(), List.of(), List.of()));
        if (spec.strict()) {
            dealt.refuseRelaxed();
        }
        return dealt;
    }

    /** How many assets there are too few for the least numbers. */
    private int missing(int real, int total) {
        if (!spec.make()) {
            return 0;
        }
        long most = spec.max().value() < 0 ? UNBOUNDED : spec.max().value();
        long each = spec.strategy() == Strategy.ONE_TO_ONE ? Math.min(1, most) : most;
        long wanted = Math.max(Math.min(spec.min().value(), each) * targets.size(), total);
        wanted = Math.min(wanted, Math.min(each * targets.size(), UNBOUNDED));
        long uses = Math.min(spec.perAsset(), targets.size());
        return uses == 0 ? 0 : (int) Math.max(0, (wanted + uses - 1) / uses - real);
    }

    private DistributionTask task(AssetSource.Pool<?> pool, @Nullable Worker worker, int total) {
        long[] keys = new long[pool.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = RowKeys.asset(pool.id(i));
        }
        int max = spec.max().value() < 0 ? UNBOUNDED : spec.max().value();
        List<Quota> quotas = new ArrayList<>();
        for (DistributeSpec.QuotaSpec quota : spec.quotas()) {
            quotas.add(new Quota(quota.name(), members(quota, pool), quota.min(), quota.max(), quota.priority()));
        }
        return new DistributionTask(
                pool.size(),
                keys,
                spec.perAsset(),
                Math.toIntExact(targets.size()),
                weights(worker),
                spec.strategy(),
                new Bound(spec.min().value(), spec.min().priority()),
                new Bound(max, spec.max().priority()),
                new Bound(total, spec.total().priority()),
                quotas,
                allowed(pool, worker),
                seed);
    }

    private BitSet members(DistributeSpec.QuotaSpec quota, AssetSource.Pool<?> pool) {
        Instant from = quota.within().isEmpty() ? now : Answers.before(now, quota.within());
        BitSet members = new BitSet();
        for (int i = 0; i < pool.size(); i++) {
            Object answer = ask(quota.question(), null, pool.get(i), "asset " + pool.id(i));
            boolean member;
            if (!quota.within().isEmpty()) {
                Instant time = time(quota, answer, pool.id(i));
                member = time != null && !time.isBefore(from) && !time.isAfter(now);
            } else {
                member = quota.is().isEmpty()
                        ? Boolean.TRUE.equals(answer)
                        : Answers.texts(answer).stream().anyMatch(quota.is()::contains);
            }
            members.set(i, member);
        }
        return members;
    }

    private @Nullable Instant time(DistributeSpec.QuotaSpec quota, @Nullable Object answer, String asset) {
        try {
            return Answers.time(answer);
        } catch (DateTimeException e) {
            throw new EngineException(
                    e,
                    EngineError.NO_ANSWER,
                    step.method() + "(…)",
                    "quota " + quota.name(),
                    "asset " + asset,
                    "\"" + answer + "\" is no date");
        }
    }

    /** Each target's weight: what the plan says, or drawn. */
    private double @Nullable [] weights(@Nullable Worker worker) {
        if (spec.strategy() != Strategy.WEIGHTED_RANDOM) {
            return null;
        }
        double[] weights = new double[Math.toIntExact(targets.size())];
        if (spec.weight() < 0 || worker == null) {
            long key = Mix.combine(seed, "weight");
            // Exponential, as the gaps between random events are: the upper half of the targets has 85 % of the weight.
            targets.forEach((ordinal, address) ->
                    weights[(int) ordinal] = -Math.log1p(-Mix.unit(Mix.draw(key, address, 0))) + 1e-6);
            return weights;
        }
        ParentRow row = targets.cursor(worker);
        for (int i = 0; i < weights.length; i++) {
            row.moveTo(i);
            Object answer = ask(spec.weight(), row.view(), null, target(i));
            double weight = answer instanceof Number number ? number.doubleValue() : Double.NaN;
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new EngineException(
                        EngineError.NO_ANSWER,
                        step.method() + "(…)",
                        "weight",
                        target(i),
                        answer + " is no weight of 0 or more");
            }
            weights[i] = weight;
        }
        return weights;
    }

    /** For each target the assets it may have; targets that the rules do not tell apart share what they may have. */
    private @Nullable List<BitSet> allowed(AssetSource.Pool<?> pool, @Nullable Worker worker) {
        if (spec.restricts().isEmpty() && spec.allows() < 0) {
            return null;
        }
        List<BitSet> fitting = new ArrayList<>();
        for (DistributeSpec.RestrictSpec restrict : spec.restricts()) {
            fitting.add(fitting(restrict, pool));
        }
        Map<BitSet, BitSet> known = new HashMap<>();
        List<BitSet> allowed = new ArrayList<>();
        ParentRow row = worker == null ? null : targets.cursor(worker);
        for (int target = 0; target < targets.size(); target++) {
            if (row != null) {
                row.moveTo(target);
            }
            BitSet meant = new BitSet();
            for (int i = 0; i < fitting.size(); i++) {
                int question = spec.restricts().get(i).targets();
                meant.set(
                        i,
                        question < 0
                                || row == null
                                || Boolean.TRUE.equals(ask(question, row.view(), null, target(target))));
            }
            BitSet may = known.computeIfAbsent(meant, key -> all(pool, fitting, key));
            allowed.add(spec.allows() < 0 || row == null ? may : asked(may, row, target, pool));
        }
        return allowed;
    }

    private static BitSet all(AssetSource.Pool<?> pool, List<BitSet> fitting, BitSet meant) {
        BitSet may = new BitSet();
        may.set(0, pool.size());
        meant.stream().forEach(i -> may.and(fitting.get(i)));
        return may;
    }

    private BitSet asked(BitSet may, ParentRow row, int target, AssetSource.Pool<?> pool) {
        BitSet asked = new BitSet();
        may.stream()
                .forEach(i ->
                        asked.set(i, Boolean.TRUE.equals(ask(spec.allows(), row.view(), pool.get(i), target(target)))));
        return asked;
    }

    private BitSet fitting(DistributeSpec.RestrictSpec restrict, AssetSource.Pool<?> pool) {
        BitSet fitting = new BitSet();
        for (int i = 0; i < pool.size(); i++) {
            List<String> values = Answers.texts(ask(restrict.field(), null, pool.get(i), "asset " + pool.id(i)));
            boolean any = restrict.any().isEmpty() || restrict.any().stream().anyMatch(values::contains);
            fitting.set(
                    i,
                    any
                            && values.containsAll(restrict.required())
                            && restrict.excluded().stream().noneMatch(values::contains));
        }
        return fitting;
    }

    private @Nullable Object ask(int question, @Nullable Object target, @Nullable Object asset, String about) {
        try {
            return plan.ask(step.index(), question, target, asset);
        } catch (EngineException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new EngineException(
                    e, EngineError.NO_ANSWER, step.method() + "(…)", "a rule", about, Frame.reason(e));
        }
    }

    private String target(int ordinal) {
        return "row " + ordinal + " of " + parent.table();
    }
}
