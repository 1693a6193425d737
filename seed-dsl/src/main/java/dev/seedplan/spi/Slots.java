package dev.seedplan.spi;

import dev.seedplan.Cell;
import dev.seedplan.DoubleGen;
import dev.seedplan.IntGen;
import dev.seedplan.LongGen;
import dev.seedplan.OptionalGen;
import dev.seedplan.TextGen;
import dev.seedplan.TimeGen;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row: for each a value, NULL, a noted generator, or nothing yet. A generated row class is a typed
 * view of it. Reused for row after row; nothing is allocated for a row but the objects its values are.
 */
public final class Slots {

    /** Nothing has been said about the column. */
    public static final byte UNSET = 0;
    /** NULL. */
    public static final byte NULL = 1;
    /** A value in 64 bits. */
    public static final byte BITS = 2;
    /** A value that is an object. */
    public static final byte OBJECT = 3;
    /** A generator that has not run yet. */
    public static final byte NOTED = 4;
    /** A column that the server fills; no value can be read. */
    public static final byte SERVER = 5;

    private static final byte RUNNING = 6;

    private final byte[] states;
    private final long[] bits;
    private final @Nullable Object[] objects;
    private final RowHost host;
    private final Cell cell;
    private boolean writable;
    private boolean open;
    private @Nullable IntConsumer watcher;
    private long reads;
    private int current = -1;
    // What keep() has kept: the columns that were not UNSET.
    private int[] keptColumns = new int[0];
    private byte[] keptStates = new byte[0];
    private long[] keptBits = new long[0];
    private @Nullable Object[] keptObjects = new Object[0];

    /** Makes room for a row of {@code columns} columns. */
    public Slots(int columns, RowHost host, Cell cell) {
        states = new byte[columns];
        bits = new long[columns];
        objects = new Object[columns];
        this.host = host;
        this.cell = cell;
    }

    /** Forgets all values, before the row stands for another one. */
    public void reset() {
        Arrays.fill(states, UNSET);
    }

    /** {@return how often a value has been read, ever}: a difference shows whether somebody has read one meanwhile */
    public long reads() {
        return reads;
    }

    /** Begins to look at what is said about the columns. */
    public void lookFromHere() {
        keptStates = states.clone();
    }

    /** Keeps what has been said about the columns since {@link #lookFromHere}, for {@link #recall}. */
    public void keep() {
        byte[] before = keptStates;
        // A key may have been settled before the row's method ran; it belongs to this row alone.
        keptColumns = IntStream.range(0, states.length)
                .filter(c -> states[c] != UNSET && before[c] == UNSET)
                .toArray();
        keptStates = states.clone();
        keptBits = bits.clone();
        keptObjects = objects.clone();
    }

    /** Says again about a row without values what {@link #keep} has kept. */
    public void recall() {
        for (int column : keptColumns) {
            states[column] = keptStates[column];
            bits[column] = keptBits[column];
            objects[column] = keptObjects[column];
        }
    }

    /** Says whether setters may be called now: only while the row's own method runs. */
    public void writable(boolean now) {
        open = now;
        writable = now && watcher == null;
    }

    /** {@return whether somebody is told of each setter} */
    public boolean isWatched() {
        return watcher != null;
    }

    /** Tells somebody of each setter's column before it is set, to find the plan's line; null for nobody. */
    public void watch(@Nullable IntConsumer somebody) {
        watcher = somebody;
        writable = open && somebody == null;
    }

    /** {@return the state of a column: {@link #UNSET}, {@link #NULL}, {@link #BITS}, {@link #OBJECT}, {@link #NOTED} or {@link #SERVER}} */
    public byte state(int column) {
        return states[column];
    }

    /** {@return the noted generator of a column whose state is {@link #NOTED}} */
    public OptionalGen<?> noted(int column) {
        if (objects[column] instanceof OptionalGen<?> gen) {
            return gen;
        }
        throw new IllegalStateException(host.describe(this, column) + " has no noted generator");
    }

    /** {@return the row's cell at a column, for a look at a noted generator; not while a generator runs} */
    public Cell cellFor(int column) {
        host.moveToColumn(this, column, cell);
        return cell;
    }

    // Setters, called by generated code.

    /** Sets a value that is held in 64 bits. */
    public void setBits(int column, long value) {
        checkWritable(column);
        putBits(column, value);
    }

    /** Sets a double. */
    public void setDouble(int column, double value) {
        setBits(column, Double.doubleToRawLongBits(value));
    }

    /** Sets a boolean. */
    public void setBoolean(int column, boolean value) {
        setBits(column, value ? 1 : 0);
    }

    /** Sets a value of any kind; null is NULL. */
    public void set(int column, @Nullable Object value) {
        checkWritable(column);
        put(column, value);
    }

    /** Notes a generator; it runs when the column is read or sent. */
    public void note(int column, OptionalGen<?> gen) {
        checkWritable(column);
        states[column] = NOTED;
        objects[column] = gen;
    }

    private void checkWritable(int column) {
        if (!writable) {
            if (open && watcher != null) {
                watcher.accept(column);
                return;
            }
            throw new IllegalStateException(host.describe(this, column)
                    + " cannot be set here: a row method sets the columns of its own row, not of a parent");
        }
    }

    // What the runtime settles.

    /** Puts a value that is held in 64 bits, whoever asks. */
    public void putBits(int column, long value) {
        states[column] = BITS;
        bits[column] = value;
    }

    /** Puts a value of any kind, whoever asks; null is NULL. */
    public void put(int column, @Nullable Object value) {
        if (value == null) {
            states[column] = NULL;
        } else {
            Kind kind = host.kind(this, column);
            if (kind.inBits()) {
                putBits(column, Canonical.bits(kind, value));
            } else {
                objects[column] = Canonical.object(kind, value);
                states[column] = OBJECT;
            }
        }
    }

    /** Notes a generator, whoever asks. */
    public void putNoted(int column, OptionalGen<?> gen) {
        states[column] = NOTED;
        objects[column] = gen;
    }

    /** Leaves the column to the server. */
    public void leaveToServer(int column) {
        states[column] = SERVER;
    }

    /** Forgets the value of one column. */
    public void unset(int column) {
        states[column] = UNSET;
    }

    // Getters, called by generated code and encoders.

    /** {@return whether the column is NULL} */
    public boolean isNull(int column) {
        reads++;
        resolve(column);
        return states[column] == NULL;
    }

    /** {@return the value of a column that is held in 64 bits} */
    public long getBits(int column) {
        reads++;
        if (states[column] != BITS) {
            resolve(column);
            if (states[column] != BITS) {
                throw notThere(column);
            }
        }
        return bits[column];
    }

    /** {@return the value of an integer column} */
    public int getInt(int column) {
        return (int) getBits(column);
    }

    /** {@return the value of a floating point column} */
    public double getDouble(int column) {
        return Double.longBitsToDouble(getBits(column));
    }

    /** {@return the value of a boolean column} */
    public boolean getBoolean(int column) {
        return getBits(column) != 0;
    }

    /** {@return the value as the Java object that stands for its kind; null for NULL} */
    public @Nullable Object get(int column) {
        reads++;
        resolve(column);
        return switch (states[column]) {
            case NULL -> null;
            case BITS -> Canonical.toObject(host.kind(this, column), bits[column]);
            default -> objects[column];
        };
    }

    /** {@return the value of a column that is held as an object and not NULL} */
    public Object getObject(int column) {
        reads++;
        if (states[column] != OBJECT) {
            resolve(column);
        }
        Object value = objects[column];
        if (states[column] != OBJECT || value == null) {
            throw notThere(column);
        }
        return value;
    }

    /** Settles a column that is not set: it is then set, noted or NULL, but a noted generator does not run yet. */
    public void settle(int column) {
        if (states[column] == UNSET) {
            host.settle(this, column);
        }
    }

    /** Brings the column to {@link #NULL}, {@link #BITS} or {@link #OBJECT}. */
    public void resolve(int column) {
        byte state = states[column];
        if (state == BITS || state == OBJECT || state == NULL) {
            return;
        }
        if (state == UNSET) {
            host.settle(this, column);
            state = states[column];
        }
        if (state == NOTED) {
            run(column);
        } else if (state == SERVER) {
            throw new IllegalStateException(
                    host.describe(this, column) + " is filled by the server, so it cannot be read here");
        } else if (state == RUNNING) {
            throw new IllegalStateException(host.describe(this, column) + " depends on its own value");
        } else if (state == UNSET) {
            throw notThere(column);
        }
    }

    private void run(int column) {
        OptionalGen<?> gen = noted(column);
        states[column] = RUNNING;
        int outer = current;
        long mark = enter(column);
        try {
            Kind kind = host.kind(this, column);
            if (gen instanceof Sometimes<?> sometimes) {
                if (sometimes.isNull(cell)) {
                    states[column] = NULL;
                    return;
                }
                gen = sometimes.gen();
            }
            if (gen instanceof IntGen ints && isInteger(kind)) {
                putBits(column, ints.intAt(cell));
            } else if (gen instanceof LongGen longs && isInteger(kind)) {
                putBits(column, longs.longAt(cell));
            } else if (gen instanceof DoubleGen doubles && kind == Kind.FLOAT8) {
                putBits(column, Double.doubleToRawLongBits(doubles.doubleAt(cell)));
            } else if (gen instanceof TimeGen times && kind.inBits()) {
                putBits(column, Canonical.timeBits(kind, times.microsAt(cell)));
            } else {
                put(column, kind == Kind.TEXT ? Fitting.value(gen, cell) : gen.valueAt(cell));
            }
        } finally {
            leave(outer, mark);
            if (states[column] == RUNNING) {
                states[column] = NOTED;
            }
        }
    }

    /**
     * Writes the text of a noted {@link TextGen} without making a String of it. It may be longer than the column: then
     * what {@link #getObject} gives is shorter, where the generator has shorter values.
     *
     * @return false if the column is not in that state, or NULL; nothing has been written then
     */
    public boolean writeNoted(int column, TextOut out) {
        if (states[column] != NOTED) {
            return false;
        }
        Object noted = objects[column];
        Sometimes<?> sometimes = noted instanceof Sometimes<?> optional ? optional : null;
        if (!((sometimes == null ? noted : sometimes.gen()) instanceof TextGen gen)) {
            return false;
        }
        int outer = current;
        long mark = enter(column);
        try {
            if (sometimes != null && sometimes.isNull(cell)) {
                states[column] = NULL;
                return false;
            }
            gen.write(cell, out);
        } finally {
            leave(outer, mark);
        }
        return true;
    }

    // A generator may read other columns of its row, whose generators then run in the middle of it.
    private long enter(int column) {
        long mark = cell.mark();
        current = column;
        host.moveToColumn(this, column, cell);
        return mark;
    }

    private void leave(int outer, long mark) {
        current = outer;
        if (outer >= 0) {
            host.moveToColumn(this, outer, cell);
            cell.leave(mark);
        }
    }

    private static boolean isInteger(Kind kind) {
        return kind == Kind.INT8 || kind == Kind.INT4 || kind == Kind.INT2;
    }

    private IllegalStateException notThere(int column) {
        return new IllegalStateException(host.describe(this, column) + " has no value to read");
    }
}
