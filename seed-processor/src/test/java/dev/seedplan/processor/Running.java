package dev.seedplan.processor;

import dev.seedplan.Assets;
import dev.seedplan.Cell;
import dev.seedplan.Dict;
import dev.seedplan.Draw;
import dev.seedplan.Gen;
import dev.seedplan.mapping.MappingHost;
import dev.seedplan.mapping.MappingRow;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.Call;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.RowHost;
import dev.seedplan.spi.Slots;
import dev.seedplan.spi.Surroundings;
import dev.seedplan.spi.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A generated program, called without the runtime: what is not set is NULL, keys are 7. */
final class Running {

    private final SeedProgram program;
    private final BoundPlan plan;

    private Running(SeedProgram program) {
        this.program = program;
        this.plan = program.bind();
    }

    static Running of(Compiled compiled, String name, java.nio.file.Path... others)
            throws ReflectiveOperationException {
        return new Running(
                (SeedProgram) compiled.load(name, others).getConstructor().newInstance());
    }

    static Running of(ClassLoader loader, String name) throws ReflectiveOperationException {
        return new Running((SeedProgram) loader.loadClass(name).getConstructor().newInstance());
    }

    SeedProgram program() {
        return program;
    }

    BoundPlan plan() {
        return plan;
    }

    /** Calls a row method with fresh parents and gives what its row holds then. */
    Map<String, @Nullable Object> call(int step) {
        return call(step, "an asset");
    }

    Map<String, @Nullable Object> call(int step, Object asset) {
        StepSpec spec = program.spec().steps().get(step);
        TableSpec table = program.spec().table(spec.table());
        Slots row = slots(table);
        row.writable(true);
        plan.call(step, new TestCall(table.view().apply(row), spec, asset));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            values.put(table.columns().get(i).name(), row.get(i));
        }
        return values;
    }

    /** Gives what the encoder of a table calls, in order. */
    List<String> encoded(TableSpec table) {
        List<String> calls = new ArrayList<>();
        table.encoder().accept(slots(table), new RecordingWriter(calls));
        return calls;
    }

    private Slots slots(TableSpec table) {
        Slots slots = new Slots(table.columns().size(), new Host(table), new Cell(new Around()));
        slots.reset();
        return slots;
    }

    private final class TestCall implements Call {

        private final Object row;
        private final StepSpec step;
        private final Object asset;

        TestCall(Object row, StepSpec step, Object asset) {
            this.row = row;
            this.step = step;
            this.asset = asset;
        }

        @Override
        public Object row() {
            return row;
        }

        @Override
        public @Nullable Object parent(int index) {
            TableSpec table = program.spec().table(step.parents().get(index).table());
            return table.view().apply(slots(table));
        }

        @Override
        public Object asset() {
            return asset;
        }

        @Override
        public MappingRow mapping() {
            return new MappingRow(new NoContent());
        }

        @Override
        public Draw draw() {
            return new NoDraws();
        }
    }

    private record Host(TableSpec table) implements RowHost {

        @Override
        public void settle(Slots row, int column) {
            ColumnSpec spec = table.columns().get(column);
            boolean text = spec.notNull() && spec.kind() == Kind.TEXT;
            row.put(
                    column,
                    text ? spec.name() + " of a parent" : spec.notNull() && spec.kind() == Kind.INT8 ? 7L : null);
        }

        @Override
        public void moveToColumn(Slots row, int column, Cell cell) {
            cell.moveToColumn(column, column, -1);
        }

        @Override
        public Kind kind(Slots row, int column) {
            return table.columns().get(column).kind();
        }

        @Override
        public String describe(Slots row, int column) {
            return table.id() + "." + table.columns().get(column).name();
        }
    }

    private static final class Around implements Surroundings {

        @Override
        public long nowMicros() {
            return 0;
        }

        @Override
        public String locale() {
            return "en";
        }

        @Override
        public Words words(Dict dictionary, String locale) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoContent implements MappingHost {

        @Override
        public @Nullable String fact(String name) {
            return "the fact " + name;
        }

        @Override
        public String where(String field) {
            return "content/a.md:3";
        }

        @Override
        public String describe(String column) {
            return "posts." + column;
        }

        @Override
        public @Nullable String broken(String column, Object value) {
            return null;
        }

        @Override
        public <A> A pick(Assets<A> pool, Cell cell) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String html(String markdown) {
            return "<p>" + markdown + "</p>";
        }

        @Override
        public String plainText(String markdown) {
            return markdown.replace("*", "");
        }
    }

    private static final class NoDraws implements Draw {

        @Override
        public long row() {
            return 3;
        }

        @Override
        public int index() {
            return 0;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public <A> A pick(Assets<A> pool) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <A> A deal(Assets<A> pool) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T pick(String label, List<T> values) {
            return Objects.requireNonNull(values.get(0));
        }

        @Override
        public <T> T draw(String label, Gen<T> gen) {
            throw new UnsupportedOperationException();
        }
    }
}
