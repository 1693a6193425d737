package dev.seedplan.benchmarks.kernels;

import dev.seedplan.benchmarks.w1.ApportionedPlanSeed;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.Pools;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Half a million rows shared among a hundred thousand parents, and the sums that say where each is: for each parent. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ApportionmentKernel {

    private static final int PARENTS = 100_000;

    /** A plan's layout. */
    @Benchmark
    @OperationsPerInvocation(PARENTS)
    public Object apportionment() {
        return Layout.of(
                new ApportionedPlanSeed(),
                7,
                Map.of("public.users", (long) PARENTS),
                new Pools(ApportionmentKernel.class.getClassLoader(), ""),
                (table, parent) -> {
                    throw new IllegalStateException("W1 makes all its parents");
                });
    }
}
