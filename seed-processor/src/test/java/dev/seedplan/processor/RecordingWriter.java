package dev.seedplan.processor;

import dev.seedplan.spi.RowWriter;
import dev.seedplan.spi.Slots;
import java.util.List;

/** Writes down which of its methods are called. */
record RecordingWriter(List<String> calls) implements RowWriter {

    @Override
    public void bool(Slots row, int column) {
        calls.add("bool " + column);
    }

    @Override
    public void int2(Slots row, int column) {
        calls.add("int2 " + column);
    }

    @Override
    public void int4(Slots row, int column) {
        calls.add("int4 " + column);
    }

    @Override
    public void int8(Slots row, int column) {
        calls.add("int8 " + column);
    }

    @Override
    public void float4(Slots row, int column) {
        calls.add("float4 " + column);
    }

    @Override
    public void float8(Slots row, int column) {
        calls.add("float8 " + column);
    }

    @Override
    public void text(Slots row, int column) {
        calls.add("text " + column);
    }

    @Override
    public void uuid(Slots row, int column) {
        calls.add("uuid " + column);
    }

    @Override
    public void date(Slots row, int column) {
        calls.add("date " + column);
    }

    @Override
    public void timestamp(Slots row, int column) {
        calls.add("timestamp " + column);
    }

    @Override
    public void numeric(Slots row, int column) {
        calls.add("numeric " + column);
    }

    @Override
    public void label(Slots row, int column) {
        calls.add("label " + column);
    }

    @Override
    public void other(Slots row, int column) {
        calls.add("other " + column);
    }
}
