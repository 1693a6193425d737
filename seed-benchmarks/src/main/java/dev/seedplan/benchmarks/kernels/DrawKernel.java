package dev.seedplan.benchmarks.kernels;

import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Permutation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Numbers: what all values are made from. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DrawKernel {

    private static final long SIZE = 1_000_000;

    private long row;

    /** A number of 64 bits. */
    @Benchmark
    public long draw() {
        return Mix.draw(7, row++, 0);
    }

    /** A number below a bound. */
    @Benchmark
    public long drawBelow() {
        return Mix.below(Mix.draw(7, row++, 0), SIZE);
    }

    /** A picked parent among a million. */
    @Benchmark
    public long pickedParent() {
        return Mix.jump(Mix.draw(7, row++, 0), SIZE);
    }

    /** A place in a keyed permutation of a million. */
    @Benchmark
    public long permutation() {
        row = row + 1 == SIZE ? 0 : row + 1;
        return Permutation.at(7, SIZE, row);
    }
}
