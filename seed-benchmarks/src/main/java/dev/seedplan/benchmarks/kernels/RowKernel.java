package dev.seedplan.benchmarks.kernels;

import dev.seedplan.benchmarks.w1.W1PlanSeed;
import dev.seedplan.runtime.internal.engine.Layout;
import dev.seedplan.runtime.internal.engine.Pools;
import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.Worker;
import dev.seedplan.runtime.internal.load.Nowhere;
import dev.seedplan.runtime.program.SeedProgram;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Rows of W1 made and encoded: parents, dictionaries, texts, times, keys. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowKernel {

    private static final int ROWS = 10_000;

    /** The row method. */
    @Param({"users", "posts", "postTags"})
    public String method = "users";

    private final Nowhere nowhere = new Nowhere();
    private final Layout layout = layout(new W1PlanSeed());
    private final Worker worker = layout.worker();
    private StepLayout step = layout.steps().get(0);

    private static Layout layout(SeedProgram program) {
        Layout layout = Layout.of(
                program,
                7,
                Map.of("public.users", (long) ROWS),
                new Pools(RowKernel.class.getClassLoader(), ""),
                (table, parent) -> {
                    throw new IllegalStateException("W1 makes all its parents");
                });
        layout.rehearse();
        return layout;
    }

    /** Finds the step. */
    @Setup
    public void find() {
        step = layout.steps().stream()
                .filter(s -> s.spec().method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    /** A row, encoded. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Object encodedRow() {
        return nowhere.load(step, 0, ROWS, worker, rows -> {});
    }
}
