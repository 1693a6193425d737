package dev.seedplan.cli.plans;

import dev.seedplan.Assets;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.Call;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import java.util.List;

/** A program as the annotation processor would make it: three teams, whose names end with the row's number. */
public final class SampleSeed implements SeedProgram {

    /** The schema it is for. */
    public static final String DDL =
            "create table teams (id bigint generated always as identity primary key, name text not null)";

    @Override
    public PlanSpec spec() {
        TableSpec teams = TableSpec.of("public", "teams", slots -> slots, (slots, out) -> {
                    out.int8(slots, 0);
                    out.text(slots, 1);
                })
                .column(ColumnSpec.of("id", "bigint", Kind.INT8)
                        .required()
                        .identity("ALWAYS")
                        .owns("public.teams_id_seq"))
                .column(ColumnSpec.of("name", "text", Kind.TEXT).required())
                .primaryKey("id")
                .build();
        return new PlanSpec(
                Sample.class.getName(),
                7,
                "2026-01-01T00:00:00Z",
                "en",
                "",
                "test",
                List.of(teams),
                List.of(StepSpec.rows(0, "teams", "public.teams", 3)),
                List.of(),
                List.of());
    }

    @Override
    public BoundPlan bind() {
        return new BoundPlan() {
            @Override
            public void call(int step, Call call) {
                ((Slots) call.row()).set(1, "team " + call.draw().row());
            }

            @Override
            public Assets<?> assets(String field) {
                throw new IllegalArgumentException(field);
            }
        };
    }
}
