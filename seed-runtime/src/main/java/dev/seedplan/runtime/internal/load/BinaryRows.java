package dev.seedplan.runtime.internal.load;

import dev.seedplan.runtime.internal.engine.StepLayout;
import dev.seedplan.runtime.internal.engine.StepPass;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Labeled;
import dev.seedplan.spi.RowWriter;
import dev.seedplan.spi.Slots;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns the rows of a step into COPY's binary format, and hands them on in blocks. */
final class BinaryRows implements RowWriter {

    private static final int BLOCK = 64 * 1024;

    /** Takes blocks of bytes. */
    interface Sink {

        /** Takes a block. */
        void write(byte[] bytes, int offset, int length) throws SQLException;
    }

    private final TableSpec table;
    private final List<ColumnSpec> columns;
    private final boolean[] sent;
    private final int sentColumns;
    private final TypeCodec[] codecs;
    private final Sink sink;
    private final CopyBuffer out = new CopyBuffer();
    private long hash;

    /**
     * Makes the writer of a step.
     *
     * @param elementOids the OID of the element type of each array column, by the column's name
     */
    BinaryRows(StepLayout step, Map<String, Integer> elementOids, Sink sink) {
        this.sink = sink;
        table = step.table().table();
        columns = table.columns();
        sent = new boolean[columns.size()];
        codecs = new TypeCodec[sent.length];
        int count = 0;
        for (int i = 0; i < sent.length; i++) {
            sent[i] = step.sends(i);
            count += sent[i] ? 1 : 0;
            codecs[i] = Codecs.of(
                    columns.get(i), elementOids.getOrDefault(columns.get(i).name(), 0));
        }
        sentColumns = count;
        // Signature, flags, length of the extension area: "Binary Format" of COPY in PostgreSQL's manual.
        out.raw(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0});
        out.int32(0);
        out.int32(0);
    }

    /** Appends the row at hand. */
    void row(StepPass pass) throws SQLException {
        int start = out.size();
        out.int16(sentColumns);
        try {
            pass.write(this);
        } catch (RuntimeException e) {
            out.truncate(start);
            throw e;
        }
        hash += out.hash(start);
        if (out.size() >= BLOCK) {
            flush();
        }
    }

    /** {@return the sum of the rows' hashes: the same whatever the order} */
    long hash() {
        return hash;
    }

    /** Ends the stream. */
    void end() throws SQLException {
        out.int16(-1);
        flush();
    }

    private void flush() throws SQLException {
        sink.write(out.bytes(), 0, out.size());
        out.clear();
    }

    private boolean tooLong(int column, int start) {
        int limit = columns.get(column).maxLength();
        // A character has at least one byte, so that most texts need not be counted.
        return limit >= 0 && out.size() - start > limit && out.characters(start) > limit;
    }

    /** The server would refuse the row; said here, the message names the row, and a dry run finds it. */
    private void checkLength(int column, int start) {
        if (tooLong(column, start)) {
            throw new IllegalArgumentException("value of " + out.characters(start) + " characters is too long for "
                    + name(column) + ", which is " + columns.get(column).sqlType() + ": \"" + out.text(start) + "\"");
        }
    }

    /** {@return whether a value follows; NULL is written here} */
    private boolean present(Slots row, int column) {
        if (!sent[column]) {
            byte state = row.state(column);
            if (state != Slots.UNSET && state != Slots.SERVER) {
                throw new IllegalStateException(
                        name(column)
                                + " is set in this row, but in the sample of rows seen before the run it was left to the server");
            }
            return false;
        }
        if (row.isNull(column)) {
            if (columns.get(column).notNull()) {
                throw new IllegalStateException(name(column) + " is NOT NULL, but its value is NULL");
            }
            out.nullField();
            return false;
        }
        return true;
    }

    private String name(int column) {
        return table.id() + "." + columns.get(column).name();
    }

    @Override
    public void bool(Slots row, int column) {
        if (present(row, column)) {
            out.int32(1);
            out.int8((int) row.getBits(column));
        }
    }

    @Override
    public void int2(Slots row, int column) {
        if (present(row, column)) {
            long value = row.getBits(column);
            out.int32(2);
            out.int16(Codecs.int16(value));
        }
    }

    @Override
    public void int4(Slots row, int column) {
        if (present(row, column)) {
            int value = Math.toIntExact(row.getBits(column));
            out.int32(4);
            out.int32(value);
        }
    }

    @Override
    public void int8(Slots row, int column) {
        if (present(row, column)) {
            out.int32(8);
            out.int64(row.getBits(column));
        }
    }

    @Override
    public void float4(Slots row, int column) {
        if (present(row, column)) {
            out.int32(4);
            out.int32(Float.floatToIntBits((float) row.getDouble(column)));
        }
    }

    @Override
    public void float8(Slots row, int column) {
        if (present(row, column)) {
            out.int32(8);
            out.int64(row.getBits(column));
        }
    }

    @Override
    public void text(Slots row, int column) {
        if (sent[column] && row.state(column) == Slots.UNSET) {
            row.settle(column);
        }
        if (sent[column] && row.state(column) == Slots.NOTED) {
            int start = out.startField();
            // A text that is too long is drawn again below.
            if (row.writeNoted(column, out) && !tooLong(column, start)) {
                out.endField(start);
                return;
            }
            out.truncate(start - 4);
        }
        if (present(row, column)) {
            int start = out.startField();
            out.text((String) row.getObject(column));
            checkLength(column, start);
            out.endField(start);
        }
    }

    @Override
    public void uuid(Slots row, int column) {
        if (present(row, column)) {
            UUID value = (UUID) row.getObject(column);
            out.int32(16);
            out.int64(value.getMostSignificantBits());
            out.int64(value.getLeastSignificantBits());
        }
    }

    @Override
    public void date(Slots row, int column) {
        if (present(row, column)) {
            int value = Codecs.date(row.getBits(column));
            out.int32(4);
            out.int32(value);
        }
    }

    @Override
    public void timestamp(Slots row, int column) {
        if (present(row, column)) {
            out.int32(8);
            out.int64(row.getBits(column) - Codecs.EPOCH_MICROS);
        }
    }

    @Override
    public void numeric(Slots row, int column) {
        if (present(row, column)) {
            int start = out.startField();
            codecs[column].encode((BigDecimal) row.getObject(column), out);
            out.endField(start);
        }
    }

    @Override
    public void label(Slots row, int column) {
        if (present(row, column)) {
            int start = out.startField();
            out.text(((Labeled) row.getObject(column)).label());
            out.endField(start);
        }
    }

    @Override
    public void other(Slots row, int column) {
        if (present(row, column)) {
            Object value = row.get(column);
            if (value != null) {
                int start = out.startField();
                codecs[column].encode(value, out);
                out.endField(start);
            }
        }
    }
}
