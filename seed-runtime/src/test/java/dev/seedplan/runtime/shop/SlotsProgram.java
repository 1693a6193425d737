package dev.seedplan.runtime.shop;

import dev.seedplan.Assets;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.Call;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.RowWriter;
import dev.seedplan.spi.Slots;
import java.util.List;
import java.util.function.BiConsumer;

/** A program of any tables and steps whose rows are plain slots; for what the shop does not have. */
public final class SlotsProgram implements SeedProgram {

    private final List<TableSpec> tables;
    private final List<StepSpec> steps;
    private final BiConsumer<Integer, Call> rowMethods;

    /** A program; {@code rowMethods} takes the number of the step and the call. */
    public SlotsProgram(List<TableSpec> tables, List<StepSpec> steps, BiConsumer<Integer, Call> rowMethods) {
        this.tables = tables;
        this.steps = steps;
        this.rowMethods = rowMethods;
    }

    /** Starts a table whose encoder follows its columns' kinds. */
    public static TableSpec.Builder table(String name, ColumnSpec... columns) {
        TableSpec.Builder table = TableSpec.of("public", name, s -> s, (s, out) -> encode(s, out, columns));
        for (ColumnSpec column : columns) {
            table.column(column);
        }
        return table;
    }

    private static void encode(Slots row, RowWriter out, ColumnSpec... columns) {
        for (int i = 0; i < columns.length; i++) {
            Kind kind = columns[i].kind();
            switch (kind) {
                case INT4 -> out.int4(row, i);
                case INT8 -> out.int8(row, i);
                case TEXT -> out.text(row, i);
                default -> out.other(row, i);
            }
        }
    }

    /** {@return a bigint identity key} */
    public static ColumnSpec key(String table) {
        return ColumnSpec.of("id", "bigint", Kind.INT8)
                .required()
                .identity("ALWAYS")
                .owns("public." + table + "_id_seq");
    }

    @Override
    public PlanSpec spec() {
        return new PlanSpec(
                SlotsProgram.class.getName(),
                7,
                "2026-01-01T00:00:00Z",
                "en",
                "",
                "test",
                tables,
                steps,
                List.of(),
                List.of());
    }

    @Override
    public BoundPlan bind() {
        return new BoundPlan() {
            @Override
            public void call(int step, Call call) {
                rowMethods.accept(step, call);
            }

            @Override
            public Assets<?> assets(String field) {
                throw new IllegalArgumentException(field);
            }
        };
    }
}
