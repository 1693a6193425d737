package dev.seedplan.benchmarks.kernels;

import dev.seedplan.Cell;
import dev.seedplan.Dict;
import dev.seedplan.TextGen;
import dev.seedplan.Values;
import dev.seedplan.runtime.internal.words.Dictionaries;
import dev.seedplan.spi.Surroundings;
import dev.seedplan.spi.TextOut;
import dev.seedplan.spi.Words;
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

/** Texts from dictionaries, as bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TextKernel {

    private static final TextGen NAME = Values.fullName();
    private static final TextGen SENTENCES = Values.sentences(5);

    private final Bytes out = new Bytes();
    private final Cell cell = new Cell(new English());
    private long row;

    /** A first and a last name. */
    @Benchmark
    public int fullName() {
        return written(NAME);
    }

    /** Five sentences, some 400 characters. */
    @Benchmark
    public int fiveSentences() {
        return written(SENTENCES);
    }

    private int written(TextGen text) {
        out.size = 0;
        cell.moveToRow(row, row);
        cell.moveToColumn(7, 8, -1);
        row++;
        text.write(cell, out);
        return out.size;
    }

    /** A buffer. */
    private static final class Bytes implements TextOut {

        private final byte[] bytes = new byte[4_096];
        private int size;

        @Override
        public void utf8(byte[] source, int offset, int length) {
            System.arraycopy(source, offset, bytes, size, length);
            size += length;
        }

        @Override
        public void ascii(char character) {
            bytes[size++] = (byte) character;
        }

        @Override
        public void text(CharSequence text) {
            for (int i = 0; i < text.length(); i++) {
                bytes[size++] = (byte) text.charAt(i);
            }
        }
    }

    /** English dictionaries at the beginning of 2026. */
    private static final class English implements Surroundings {

        @Override
        public long nowMicros() {
            return 1_767_225_600_000_000L;
        }

        @Override
        public String locale() {
            return "en";
        }

        @Override
        public Words words(Dict dictionary, String locale) {
            return Dictionaries.shared().words(dictionary, locale);
        }
    }
}
