package dev.seedplan.cli.plans;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Hands what a program prints to the command's own writer, line by line. */
final class WriterStream extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintWriter writer;

    private WriterStream(PrintWriter writer) {
        this.writer = writer;
    }

    /** {@return a stream that ends in a writer} */
    static PrintStream to(PrintWriter writer) {
        return new PrintStream(new WriterStream(writer), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int one) {
        bytes.write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) {
        bytes.write(some, from, length);
    }

    @Override
    public void flush() {
        writer.print(bytes.toString(StandardCharsets.UTF_8));
        writer.flush();
        bytes.reset();
    }
}
