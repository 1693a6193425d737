package dev.seedplan.benchmarks;

import dev.seedplan.benchmarks.fill.FillBenchmark;
import dev.seedplan.benchmarks.kernels.Kernels;
import dev.seedplan.benchmarks.w1.Guard;
import dev.seedplan.benchmarks.w1.Memory;
import dev.seedplan.benchmarks.w1.W1Benchmark;

/** Runs the benchmark that {@code -Dbenchmark=compile|w1|guard|memory|kernels|distribution|fill} names. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs one; the argument is its name. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "compile" -> CompileBenchmark.main(new String[0]);
            case "w1" -> W1Benchmark.table();
            case "guard" -> Guard.run();
            case "memory" -> Memory.run();
            case "kernels" -> Kernels.run();
            case "distribution" -> DistributionBenchmark.run();
            case "fill" -> FillBenchmark.run();
            default ->
                throw new IllegalArgumentException("there is no benchmark " + arguments[0]
                        + "; there are compile, w1, guard, memory, kernels, distribution and fill");
        }
    }
}
