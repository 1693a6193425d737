package dev.seedplan.runtime;

import static dev.seedplan.runtime.shop.SlotsProgram.key;
import static dev.seedplan.runtime.shop.SlotsProgram.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Shape;
import dev.seedplan.Values;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.Call;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import dev.seedplan.testkit.TestDatabase;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Columns and values that do not fit at once: set anyway, converted, or refused with the place named. */
class AwkwardColumnsTest {

    private static SeedProgram program(TableSpec table, Consumer<Slots> rowMethod) {
        return new SlotsProgram(
                List.of(table),
                List.of(StepSpec.rows(0, "rows", table.id(), 3)),
                (Integer step, Call call) -> rowMethod.accept((Slots) call.row()));
    }

    private static Summary run(TestDatabase database, SeedProgram program, boolean dryRun) {
        return Execution.run(program, database::connect, new RunOptions(null, Map.of(), dryRun, ""), p -> {});
    }

    @Test
    void aUniqueAddressIsMadeUpWhereTheMethodLeavesIt() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table hosts (address inet not null unique)");
            TableSpec hosts = table(
                            "hosts", ColumnSpec.of("address", "inet", Kind.INET).required())
                    .unique("hosts_address_key", "address")
                    .build();
            run(database, program(hosts, row -> row.note(0, cell -> "10.0.0." + cell.ordinal())), false);
            assertThat(database.query("select count(*) from hosts")).isEqualTo(List.of(List.of("3")));
            database.execute("truncate hosts");
            run(database, program(hosts, row -> {}), false);
            assertThat(database.query("select count(distinct address) from hosts"))
                    .isEqualTo(List.of(List.of("3")));
        }
    }

    @Test
    void datesAndLocalTimesFitAnyTimeColumn() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table times (a timestamp, b date)");
            TableSpec times = table(
                            "times",
                            ColumnSpec.of("a", "timestamp without time zone", Kind.TIMESTAMP),
                            ColumnSpec.of("b", "date", Kind.DATE))
                    .build();
            run(
                    database,
                    program(times, row -> {
                        row.set(0, LocalDate.of(2024, 2, 29));
                        row.set(1, LocalDateTime.of(2024, 2, 29, 23, 59));
                    }),
                    false);
            assertThat(database.query("select distinct a::text, b::text from times"))
                    .isEqualTo(List.of(List.of("2024-02-29 00:00:00", "2024-02-29")));
        }
    }

    @Test
    void generatorsThatMayBeNullFitTheColumnsTheirValuesFit() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table mixed (a bigint, b oid, c real, d double precision, e numeric, f date,"
                    + " g timestamp, h timestamptz, i bigint)");
            TableSpec mixed = table(
                            "mixed",
                            ColumnSpec.of("a", "bigint", Kind.INT8),
                            ColumnSpec.of("b", "oid", Kind.OID),
                            ColumnSpec.of("c", "real", Kind.FLOAT4),
                            ColumnSpec.of("d", "double precision", Kind.FLOAT8),
                            ColumnSpec.of("e", "numeric", Kind.NUMERIC),
                            ColumnSpec.of("f", "date", Kind.DATE),
                            ColumnSpec.of("g", "timestamp without time zone", Kind.TIMESTAMP),
                            ColumnSpec.of("h", "timestamp with time zone", Kind.TIMESTAMPTZ),
                            ColumnSpec.of("i", "bigint", Kind.INT8))
                    .build();
            run(
                    database,
                    program(mixed, row -> {
                        for (int column = 0; column < 5; column++) {
                            row.note(column, Values.ints(7, 7).orNull(0));
                        }
                        for (int column = 5; column < 8; column++) {
                            row.note(
                                    column,
                                    Values.times("2024-02-29", "2024-02-29").orNull(0));
                        }
                        row.note(8, Values.weighted(7, 1, 7, 2).orNull(1));
                    }),
                    false);
            assertThat(database.query(
                            "select distinct a, b, c, d, e, f, g::date, (h at time zone 'UTC')::date, i from mixed"))
                    .isEqualTo(List.of(
                            Arrays.asList("7", "7", "7", "7", "7", "2024-02-29", "2024-02-29", "2024-02-29", null)));
        }
    }

    @Test
    void aTextThatIsTooLongIsFoundByADryRunAlready() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table codes (code varchar(4) not null)");
            TableSpec codes = table(
                            "codes",
                            ColumnSpec.of("code", "character varying(4)", Kind.TEXT)
                                    .maxLength(4)
                                    .required())
                    .build();
            assertThat(run(database, program(codes, row -> row.set(0, "äöüß")), true)
                            .tables())
                    .hasSize(1);
            assertThatThrownBy(() -> run(database, program(codes, row -> row.note(0, cell -> "abcde")), true))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(1))
                    .hasMessageContaining("row 0 of public.codes")
                    .hasMessageContaining("value of 5 characters is too long for public.codes.code, which is "
                            + "character varying(4): \"abcde\"");
            assertThatThrownBy(() -> run(database, program(codes, row -> row.set(0, null)), true))
                    .hasMessageContaining("public.codes.code is NOT NULL, but its value is NULL");
        }
    }

    @Test
    void aCatalogueTextThatIsTooLongIsDrawnAgain() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(
                    "create table people (name varchar(12) not null, city char(9), copy text, last varchar(8))");
            TableSpec people = table(
                            "people",
                            ColumnSpec.of("name", "character varying(12)", Kind.TEXT)
                                    .maxLength(12)
                                    .required(),
                            ColumnSpec.of("city", "character(9)", Kind.TEXT).maxLength(9),
                            ColumnSpec.of("copy", "text", Kind.TEXT),
                            ColumnSpec.of("last", "character varying(8)", Kind.TEXT)
                                    .maxLength(8))
                    .build();
            SeedProgram program = new SlotsProgram(
                    List.of(people), List.of(StepSpec.rows(0, "rows", people.id(), 500)), (step, call) -> {
                        Slots row = (Slots) call.row();
                        row.note(0, Values.fullName());
                        row.note(1, Values.city().orNull(0.5));
                        if (call.draw().row() % 2 == 0) {
                            row.set(2, row.get(0));
                        }
                        row.note(3, Values.lastName());
                    });
            run(database, program, false);
            assertThat(database.query("select count(*) filter (where copy <> name), count(distinct name) > 100,"
                            + " max(length(name)), count(city) between 200 and 300 from people"))
                    .isEqualTo(List.of(List.of("0", "t", "12", "t")));
        }
    }

    @Test
    void aTriggerThatRaisesIsNamedWithTheRowMethod() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table notes (id bigint generated always as identity primary key, text text);"
                    + "create function no_notes() returns trigger language plpgsql as $$ begin raise exception 'not today'; end $$;"
                    + "create trigger no_notes before insert on notes for each row execute function no_notes()");
            TableSpec notes = table("notes", key("notes"), ColumnSpec.of("text", "text", Kind.TEXT))
                    .primaryKey("id")
                    .build();
            assertThatThrownBy(() -> run(database, program(notes, row -> row.set(1, "x")), false))
                    .hasMessageContaining(
                            "[SEED-4203] SlotsProgram.rows(…): not today (PL/pgSQL function no_notes() line 1 at RAISE)")
                    .hasMessageContaining("row 0 of public.notes");
        }
    }

    @Test
    void childrenOfParentsThatAreNotThereAreRefused() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table parents (id bigint generated always as identity primary key);"
                    + "create table children (parent_id bigint not null references parents)");
            TableSpec parents =
                    table("parents", key("parents")).primaryKey("id").build();
            TableSpec children = table(
                            "children",
                            ColumnSpec.of("parent_id", "bigint", Kind.INT8).required())
                    .foreignKey("children_parent_id_fkey", List.of("parent_id"), "public.parents", List.of("id"), false)
                    .build();
            SeedProgram program = new SlotsProgram(
                    List.of(parents, children),
                    List.of(StepSpec.per(0, "children", "public.children")
                            .parent(ParentSpec.per(
                                    "public.parents", "children_parent_id_fkey", 3, 9, Shape.UNIFORM, -1))),
                    (step, call) -> {});
            assertThatThrownBy(() -> run(database, program, false))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(5))
                    .hasMessageContaining(
                            "[SEED-4302] children(…): table public.parents has no rows to take a parent from");
        }
    }
}
