package dev.seedplan.runtime;

import static dev.seedplan.runtime.shop.SlotsProgram.key;
import static dev.seedplan.runtime.shop.SlotsProgram.table;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Shape;
import dev.seedplan.runtime.internal.load.deferral.LoadMode;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.LoadOptions;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import dev.seedplan.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** A row the server refuses: its address, the column and value meant, the plan's line, and the rest shorter. */
class RefusedRowTest {

    private static final String DDL = """
            create domain short as text check (length(value) < 9);
            create table people (id bigint generated always as identity primary key, name text,
              email text not null constraint people_email_key unique, age int, nick short,
              constraint people_age_check check (age > 0 or name is null));
            create unique index people_name_idx on people (lower(name))""";

    private static TableSpec people() {
        return table(
                        "people",
                        key("people"),
                        ColumnSpec.of("name", "text", Kind.TEXT),
                        ColumnSpec.of("email", "text", Kind.TEXT).required(),
                        ColumnSpec.of("age", "integer", Kind.INT4),
                        ColumnSpec.of("nick", "public.short", Kind.TEXT))
                .primaryKey("id")
                .unique("people_email_key", "email")
                .check("people_age_check", "((age > 0) OR (name IS NULL))")
                .build();
    }

    private static AbstractThrowableAssert<?, ?> refused(Consumer<Slots> method) {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(DDL);
            SlotsProgram program = new SlotsProgram(
                    List.of(people()), List.of(StepSpec.rows(0, "people", "public.people", 8)), (step, call) -> {
                        Slots row = (Slots) call.row();
                        row.set(1, "name " + call.draw().row() + " of somebody whose name is long");
                        row.set(2, call.draw().row() + "@example.com");
                        method.accept(row);
                    });
            return assertThatThrownBy(() -> Execution.run(
                            program, database::connect, new RunOptions(null, Map.of(), false, ""), p -> {}))
                    .hasMessageStartingWith("[SEED-4203] SlotsProgram.people(…): ");
        }
    }

    @Test
    void aDuplicateKeyNamesBothRowsAndTheColumnWithItsLine() {
        refused(row -> {
                    if (row.get(2).equals("5@example.com")) {
                        row.set(2, "3@example.com");
                    }
                })
                .hasMessageContaining("\"people_email_key\"")
                .hasMessageContaining("row 5 of public.people has email = 3@example.com (RefusedRowTest.java:")
                .hasMessageContaining(
                        "), as row 3 of public.people has; unique() or uniqueOf(…) makes values that differ")
                .hasMessageContaining(", beside (id = 6, name = name 5 of somebody …");
    }

    @Test
    void aDuplicateKeyNamesBothRowsWhenItsConstraintIsAddedAfterThem() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create domain short as text;"
                    + "create table people (id bigint generated always as identity primary key, name text,"
                    + " email text not null constraint people_email_key unique, age int, nick short)");
            SlotsProgram program = new SlotsProgram(
                    List.of(people()), List.of(StepSpec.rows(0, "people", "public.people", 8)), (step, call) -> {
                        Slots row = (Slots) call.row();
                        row.set(2, call.draw().row() % 5 + "@example.com");
                    });
            RunOptions deferred =
                    new RunOptions(null, Map.of(), false, "").loading(new LoadOptions(LoadMode.DEFERRED, false));
            assertThatThrownBy(() -> Execution.run(program, database::connect, deferred, p -> {}))
                    .hasMessageStartingWith("[SEED-4203] SlotsProgram.people(…): ")
                    .hasMessageContaining("\"people_email_key\"")
                    .hasMessageContaining("@example.com (RefusedRowTest.java:")
                    .hasMessageContaining(" of public.people has; unique() or uniqueOf(…) makes values that differ");
        }
    }

    @Test
    void anIndexOverAnExpressionNamesItsColumns() {
        refused(row -> row.set(1, "The same")).hasMessageContaining("row 1 of public.people has name = The same (");
    }

    @Test
    void aCheckNamesTheColumnsItIsAbout() {
        refused(row -> row.setBits(3, -4))
                .hasMessageContaining("\"people_age_check\"")
                .hasMessageContaining(
                        "row 0 of public.people has name = name 0 of somebody whose name is long, age = -4 (");
    }

    @Test
    void aDomainNamesTheColumnThatCopyWasAt() {
        refused(row -> row.set(4, "much too long"))
                .hasMessageContaining("has nick = much too long (RefusedRowTest.java:");
    }

    @Test
    void aChildIsNamedWithItsPlaceAtItsParent() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("create table a (id bigint generated always as identity primary key);"
                    + "create table b (a_id bigint not null references a, n int constraint b_n_check check (n < 5))");
            SlotsProgram program = new SlotsProgram(
                    List.of(
                            table("a", key("a")).primaryKey("id").build(),
                            table(
                                            "b",
                                            ColumnSpec.of("a_id", "bigint", Kind.INT8)
                                                    .required(),
                                            ColumnSpec.of("n", "integer", Kind.INT4))
                                    .foreignKey("b_a_id_fkey", List.of("a_id"), "public.a", List.of("id"), false)
                                    .check("b_n_check", "(n < 5)")
                                    .build()),
                    List.of(
                            StepSpec.rows(0, "a", "public.a", 4),
                            StepSpec.per(1, "b", "public.b")
                                    .parent(ParentSpec.per("public.a", "b_a_id_fkey", 3, 3, Shape.UNIFORM, -1))),
                    (step, call) -> {
                        if (step == 1) {
                            ((Slots) call.row()).setBits(1, call.draw().row());
                        }
                    });
            assertThatThrownBy(() -> Execution.run(
                            program, database::connect, new RunOptions(null, Map.of(), false, ""), p -> {}))
                    .hasMessageContaining(
                            "row 5 of public.b, number 2 for row 1 of public.a, has n = 5 (RefusedRowTest.java:");
        }
    }
}
