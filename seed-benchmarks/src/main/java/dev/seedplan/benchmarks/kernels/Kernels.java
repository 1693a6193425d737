package dev.seedplan.benchmarks.kernels;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all kernels; about three minutes. */
public final class Kernels {

    private Kernels() {}

    /** Prints nanoseconds and bytes allocated for each operation. */
    public static void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(Kernels.class.getPackageName() + "\\..*Kernel\\..*")
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
