package dev.seedplan.runtime;

import static dev.seedplan.runtime.shop.SlotsProgram.key;
import static dev.seedplan.runtime.shop.SlotsProgram.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.Shape;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several methods fill one table: their rows, and all that are made for them, are different ones. */
class SeveralMethodsTest {

    private static TableSpec child(String name, String parent) {
        return table(
                        name,
                        ColumnSpec.of("id", "uuid", Kind.UUID).required().defaultsTo("gen_random_uuid()"),
                        ColumnSpec.of(
                                        "parent",
                                        parent.equals("users") ? "bigint" : "uuid",
                                        parent.equals("users") ? Kind.INT8 : Kind.UUID)
                                .required(),
                        ColumnSpec.of("note", "text", Kind.TEXT))
                .primaryKey("id")
                .foreignKey(name + "_parent_fkey", List.of("parent"), "public." + parent, List.of("id"), false)
                .build();
    }

    private static StepSpec per(int index, String method, String table, String parent, int rows) {
        return StepSpec.per(index, method, "public." + table)
                .parent(ParentSpec.per("public." + parent, table + "_parent_fkey", rows, rows, Shape.UNIFORM, -1));
    }

    @Test
    void childrenOfTheRowsOfTwoMethodsHaveKeysAndValuesOfTheirOwn() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(
                    "create table users (id bigint generated always as identity primary key);"
                            + "create table posts (id uuid primary key default gen_random_uuid(), parent bigint not null references users, note text);"
                            + "create table replies (id uuid primary key default gen_random_uuid(), parent uuid not null references posts, note text)");
            SeedProgram program = new SlotsProgram(
                    List.of(
                            table("users", key("users")).primaryKey("id").build(),
                            child("posts", "users"),
                            child("replies", "posts")),
                    List.of(
                            StepSpec.rows(0, "readers", "public.users", 3),
                            StepSpec.rows(1, "writers", "public.users", 3),
                            per(2, "articles", "posts", "users", 2),
                            per(3, "drafts", "posts", "users", 2),
                            per(4, "replies", "replies", "posts", 2)),
                    (Integer step, Call call) -> {
                        if (step > 1) {
                            ((Slots) call.row()).note(2, cell -> Long.toHexString(cell.draw(0)));
                        }
                    });
            Execution.run(program, database::connect, new RunOptions(null, Map.of(), false, ""), p -> {});
            assertThat(database.query("select count(*), count(distinct note) from posts"))
                    .isEqualTo(List.of(List.of("24", "24")));
            assertThat(database.query("select count(*), count(distinct note) from replies"))
                    .isEqualTo(List.of(List.of("48", "48")));
        }
    }
}
