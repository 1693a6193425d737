package dev.seedplan.runtime.shop;

import static dev.seedplan.Values.uniqueOf;

import dev.seedplan.Assets;
import dev.seedplan.Shape;
import dev.seedplan.runtime.SeedMain;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.Call;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import java.util.List;

/** A parent table and ten times as many children with a unique text: for memory, run in a process of its own. */
public final class ManyChildren implements SeedProgram {

    /** The schema it is for. */
    public static final String DDL = """
            create table parents (id bigint generated always as identity primary key);
            create table children (parent_id bigint not null references parents, code text not null unique);
            """;

    private static final class Plan {}

    private static final class Bound implements BoundPlan {

        @Override
        public void call(int step, Call call) {
            if (step == 1) {
                ((Slots) call.row()).note(1, uniqueOf("child"));
            }
        }

        @Override
        public Assets<?> assets(String field) {
            throw new IllegalArgumentException(field);
        }
    }

    /** Fills the database of the flags; {@code --rows parents=N} says how many. */
    public static void main(String[] arguments) {
        System.exit(SeedMain.run(new ManyChildren(), arguments));
    }

    @Override
    public PlanSpec spec() {
        return new PlanSpec(
                Plan.class.getName(),
                7,
                "2026-01-01T00:00:00Z",
                "en",
                "",
                "test",
                List.of(
                        TableSpec.of("public", "parents", s -> s, (s, out) -> out.int8(s, 0))
                                .column(ColumnSpec.of("id", "bigint", Kind.INT8)
                                        .required()
                                        .identity("ALWAYS")
                                        .owns("public.parents_id_seq"))
                                .primaryKey("id")
                                .build(),
                        TableSpec.of("public", "children", s -> s, (s, out) -> {
                                    out.int8(s, 0);
                                    out.text(s, 1);
                                })
                                .column(ColumnSpec.of("parent_id", "bigint", Kind.INT8)
                                        .required())
                                .column(ColumnSpec.of("code", "text", Kind.TEXT).required())
                                .unique("children_code_key", "code")
                                .foreignKey(
                                        "children_parent_id_fkey",
                                        List.of("parent_id"),
                                        "public.parents",
                                        List.of("id"),
                                        false)
                                .build()),
                List.of(
                        StepSpec.rows(0, "parents", "public.parents", 1_000),
                        StepSpec.per(1, "children", "public.children")
                                .parent(ParentSpec.per(
                                        "public.parents", "children_parent_id_fkey", 5, 15, Shape.UNIFORM, -1))),
                List.of(),
                List.of());
    }

    @Override
    public BoundPlan bind() {
        return new Bound();
    }
}
