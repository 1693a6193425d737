package dev.seedplan.runtime.internal.engine;

import static dev.seedplan.Values.emailOf;
import static dev.seedplan.Values.fullName;
import static dev.seedplan.Values.ints;
import static dev.seedplan.Values.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Shape;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sentence of "What is stable" in docs/plan.md, over many seeds; a failure names the seed. */
class StabilityTest {

    private static final List<ColumnSpec> PEOPLE = List.of(
            SlotsProgram.key("people"),
            ColumnSpec.of("name", "text", Kind.TEXT).required(),
            ColumnSpec.of("email", "text", Kind.TEXT).required(),
            ColumnSpec.of("age", "integer", Kind.INT4).required());

    static LongStream seeds() {
        return LongStream.range(0, "no".equals(System.getProperty("seedplan.full", "no")) ? 10 : 200)
                .map(i -> i * 31 + 2);
    }

    private static TableSpec people(List<ColumnSpec> columns) {
        return SlotsProgram.table("people", columns.toArray(ColumnSpec[]::new))
                .primaryKey("id")
                .build();
    }

    private static TableSpec notes() {
        return SlotsProgram.table(
                        "notes",
                        SlotsProgram.key("notes"),
                        ColumnSpec.of("person_id", "bigint", Kind.INT8).required(),
                        ColumnSpec.of("text", "text", Kind.TEXT).required())
                .primaryKey("id")
                .foreignKey("notes_person_id_fkey", List.of("person_id"), "public.people", List.of("id"), false)
                .build();
    }

    private static StepSpec notesPer(int max) {
        return StepSpec.per(1, "notes", "public.notes")
                .parent(ParentSpec.per("public.people", "notes_person_id_fkey", 0, max, Shape.UNIFORM, -1));
    }

    private static SeedProgram program(List<TableSpec> tables, List<StepSpec> steps) {
        TableSpec people = tables.stream()
                .filter(t -> t.name().equals("people"))
                .findFirst()
                .orElseThrow();
        return new SlotsProgram(tables, steps, (step, call) -> {
            Slots row = (Slots) call.row();
            if (step == 0) {
                row.note(people.indexOf("name"), fullName());
                row.note(people.indexOf("age"), ints(18, 90));
                row.note(
                        people.indexOf("email"),
                        emailOf((String) row.getObject(people.indexOf("name"))).unique());
            } else if (step == 1) {
                row.note(2, sentence());
            }
        });
    }

    private static List<Map<String, Object>> rows(SeedProgram program, long seed, String method) {
        Layout layout =
                Layout.of(program, seed, Map.of(), new Pools(StabilityTest.class.getClassLoader(), ""), (t, p) -> {
                    throw new IllegalStateException("no existing rows here");
                });
        layout.rehearse();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StepLayout step : layout.steps()) {
            if (step.spec().method().equals(method)) {
                layout.worker().pass(step).forEach(pass -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    List<ColumnSpec> columns = step.table().table().columns();
                    for (int c = 0; c < columns.size(); c++) {
                        row.put(columns.get(c).name(), pass.slots().get(c));
                    }
                    rows.add(row);
                });
            }
        }
        return rows;
    }

    private static List<Map<String, Object>> only(List<Map<String, Object>> rows, String... columns) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> part = new LinkedHashMap<>();
                    for (String column : columns) {
                        part.put(column, row.get(column));
                    }
                    return part;
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void columnsAndTablesAddedOrReorderedMoveNoOtherValue(long seed) {
        List<StepSpec> steps = List.of(StepSpec.rows(0, "people", "public.people", 30), notesPer(4));
        SeedProgram before = program(List.of(people(PEOPLE), notes()), steps);
        List<ColumnSpec> more = new ArrayList<>(PEOPLE);
        more.add(ColumnSpec.of("nickname", "text", Kind.TEXT).required());
        more.add(ColumnSpec.of("height", "integer", Kind.INT4));
        Collections.shuffle(more, new Random(seed));
        TableSpec other = SlotsProgram.table("other", SlotsProgram.key("other"))
                .primaryKey("id")
                .build();
        SeedProgram after = program(
                List.of(other, notes(), people(more)),
                List.of(
                        StepSpec.rows(2, "other", "public.other", 5),
                        StepSpec.rows(0, "people", "public.people", 30),
                        notesPer(4)));
        String[] common = {"id", "name", "email", "age"};
        assertThat(only(rows(after, seed, "people"), common))
                .as("seed %d", seed)
                .isEqualTo(only(rows(before, seed, "people"), common));
        assertThat(rows(after, seed, "notes")).as("seed %d", seed).isEqualTo(rows(before, seed, "notes"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreRowsLeaveEarlierOnesAndTheirDescendantsAsTheyWere(long seed) {
        List<TableSpec> tables = List.of(people(PEOPLE), notes());
        SeedProgram few = program(tables, List.of(StepSpec.rows(0, "people", "public.people", 30), notesPer(4)));
        SeedProgram many = program(tables, List.of(StepSpec.rows(0, "people", "public.people", 45), notesPer(4)));
        assertThat(rows(many, seed, "people")).as("seed %d", seed).startsWith(array(rows(few, seed, "people")));
        assertThat(rows(many, seed, "notes")).as("seed %d", seed).startsWith(array(rows(few, seed, "notes")));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // AssertJ takes an array of the element type
    private static Map<String, Object>[] array(List<Map<String, Object>> rows) {
        return rows.toArray(new Map[0]);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherNumberOfChildrenMovesNoTextOfTheChildrenThatStay(long seed) {
        List<TableSpec> tables = List.of(people(PEOPLE), notes());
        SeedProgram two = program(
                tables,
                List.of(
                        StepSpec.rows(0, "people", "public.people", 20),
                        StepSpec.per(1, "notes", "public.notes")
                                .parent(ParentSpec.per(
                                        "public.people", "notes_person_id_fkey", 2, 2, Shape.UNIFORM, -1))));
        SeedProgram three = program(
                tables,
                List.of(
                        StepSpec.rows(0, "people", "public.people", 20),
                        StepSpec.per(1, "notes", "public.notes")
                                .parent(ParentSpec.per(
                                        "public.people", "notes_person_id_fkey", 3, 3, Shape.UNIFORM, -1))));
        List<Map<String, Object>> of2 = rows(two, seed, "notes");
        List<Map<String, Object>> of3 = rows(three, seed, "notes");
        for (int i = 0; i < of2.size(); i++) {
            assertThat(of3.get(i / 2 * 3 + i % 2).get("text"))
                    .as("seed %d, %d", seed, i)
                    .isEqualTo(of2.get(i).get("text"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherSeedOrMethodNameGivesOtherValues(long seed) {
        List<TableSpec> tables = List.of(people(PEOPLE));
        SeedProgram program = program(tables, List.of(StepSpec.rows(0, "people", "public.people", 30)));
        SeedProgram renamed = program(tables, List.of(StepSpec.rows(0, "persons", "public.people", 30)));
        assertThat(only(rows(program, seed, "people"), "name"))
                .isNotEqualTo(only(rows(program, seed + 1, "people"), "name"))
                .isNotEqualTo(only(rows(renamed, seed, "persons"), "name"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aColumnReadByItsRowHasTheSameValueAsOneThatIsNot(long seed) {
        List<TableSpec> tables = List.of(people(PEOPLE));
        List<StepSpec> steps = List.of(StepSpec.rows(0, "people", "public.people", 30));
        SeedProgram reading = new SlotsProgram(tables, steps, (step, call) -> {
            Slots row = (Slots) call.row();
            row.note(1, fullName());
            row.note(2, sentence());
            row.note(3, ints(1, 100));
            row.get(3);
            row.get(1);
        });
        SeedProgram noting = new SlotsProgram(tables, steps, (step, call) -> {
            Slots row = (Slots) call.row();
            row.note(3, ints(1, 100));
            row.note(2, sentence());
            row.note(1, fullName());
        });
        assertThat(rows(reading, seed, "people")).as("seed %d", seed).isEqualTo(rows(noting, seed, "people"));
    }
}
