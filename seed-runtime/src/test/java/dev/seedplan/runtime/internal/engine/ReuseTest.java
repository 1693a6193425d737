package dev.seedplan.runtime.internal.engine;

import static dev.seedplan.Values.fullName;
import static dev.seedplan.Values.ints;
import static dev.seedplan.Values.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Gen;
import dev.seedplan.Shape;
import dev.seedplan.runtime.program.Call;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row method that reads nothing runs once for all rows, and no value shows it. */
class ReuseTest {

    /** A body of notes (text, number) and how often it may run for the 300 or so rows of a pass. */
    record Body(String name, boolean once, BiConsumer<Slots, Call> body) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Slots parent(Call call, int index) {
        return (Slots) call.parent(index);
    }

    static Stream<Body> bodies() {
        return Stream.of(
                new Body("notes generators", true, (row, call) -> {
                    row.note(3, sentence());
                    row.note(4, ints(1, 1_000_000).orNull(0.3));
                }),
                new Body(
                        "notes generators that may be NULL",
                        true,
                        (row, call) -> row.note(3, sentence().orNull(0.5))),
                new Body("sets constants", true, (row, call) -> row.set(3, "same")),
                new Body("holds its parents in a generator", true, (row, call) -> {
                    Slots author = parent(call, 0);
                    Slots reader = parent(call, 1);
                    row.note(3, (Gen<String>) cell -> author.getObject(1) + " for " + reader.getObject(1));
                }),
                new Body("holds its row in a generator", true, (row, call) -> {
                    row.note(4, ints(1, 1_000_000));
                    row.note(3, (Gen<String>) cell -> "number " + row.getInt(4));
                }),
                new Body("reads its row", false, (row, call) -> {
                    row.note(4, ints(1, 1_000_000));
                    row.set(3, "number " + row.getInt(4));
                }),
                new Body(
                        "reads a parent",
                        false,
                        (row, call) -> row.set(3, parent(call, 1).getObject(1))),
                new Body(
                        "draws",
                        false,
                        (row, call) -> row.set(3, "row " + call.draw().row())));
    }

    private static SeedProgram program(Body body, AtomicLong runs) {
        return new SlotsProgram(
                List.of(
                        SlotsProgram.table(
                                        "people",
                                        SlotsProgram.key("people"),
                                        ColumnSpec.of("name", "text", Kind.TEXT).required())
                                .primaryKey("id")
                                .build(),
                        SlotsProgram.table(
                                        "notes",
                                        SlotsProgram.key("notes"),
                                        ColumnSpec.of("author_id", "bigint", Kind.INT8)
                                                .required(),
                                        ColumnSpec.of("reader_id", "bigint", Kind.INT8)
                                                .required(),
                                        ColumnSpec.of("text", "text", Kind.TEXT),
                                        ColumnSpec.of("number", "integer", Kind.INT4))
                                .primaryKey("id")
                                .foreignKey("author", List.of("author_id"), "public.people", List.of("id"), false)
                                .foreignKey("reader", List.of("reader_id"), "public.people", List.of("id"), false)
                                .build()),
                List.of(
                        StepSpec.rows(0, "people", "public.people", 100),
                        StepSpec.per(1, "notes", "public.notes")
                                .parent(ParentSpec.per("public.people", "author", 0, 6, Shape.UNIFORM, -1))
                                .parent(ParentSpec.pick("public.people", "reader", 0, false))),
                (step, call) -> {
                    Slots row = (Slots) call.row();
                    if (step == 0) {
                        row.note(1, fullName());
                    } else {
                        runs.incrementAndGet();
                        body.body().accept(row, call);
                    }
                });
    }

    private static List<String> rows(StepLayout step, Worker worker) {
        List<String> rows = new ArrayList<>();
        StepPass pass = worker.pass(step);
        pass.forEach(row -> rows.add(
                Arrays.toString(new Object[] {row.value(0), row.value(1), row.value(2), row.value(3), row.value(4)})));
        return rows;
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theRowsAreTheSameAsIfTheMethodRanForEach(Body body) {
        AtomicLong runs = new AtomicLong();
        Layout layout = Layout.of(
                program(body, runs),
                7,
                new Numbers(Map.of(), null, Size.MEDIUM, 1),
                new Pools(ReuseTest.class.getClassLoader(), ""),
                (t, p) -> {
                    throw new IllegalStateException("no existing rows here");
                });
        layout.rehearse();
        StepLayout notes = layout.steps().get(1);
        runs.set(0);
        List<String> reused = rows(notes, layout.worker());
        assertThat(runs.get()).isEqualTo(body.once() ? 1 : notes.count());
        List<String> each = rows(notes, layout.worker().withoutReuse());
        assertThat(reused).hasSizeGreaterThan(200).isEqualTo(each);
        StepPass backwards = layout.worker().pass(notes);
        for (int i = reused.size() - 1; i >= 0; i--) {
            backwards.moveTo(i);
            assertThat(reused.get(i)).contains(String.valueOf(backwards.value(3)), String.valueOf(backwards.value(4)));
        }
    }
}
