package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.spi.Slots;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds row methods that are not pure: by what the plan's class file calls, and by computing a sample of rows twice, on two
 * instances of the plan and in opposite orders.
 */
public final class Purity {

    private static final int SAMPLE = 8;

    private Purity() {}

    /**
     * Checks a plan.
     *
     * @throws EngineException if it is not pure
     */
    public static void check(Layout layout) {
        ForbiddenCalls.check(layout.program());
        for (StepLayout step : layout.steps()) {
            if (step.count() > 0) {
                compare(layout, step);
            }
        }
    }

    private static void compare(Layout layout, StepLayout step) {
        int rows = (int) Math.min(SAMPLE, step.count());
        long distance = Math.max(1, step.count() / rows);
        @Nullable Object[][] first = new Object[rows][];
        StepPass forwards = layout.worker().withoutReuse().pass(step);
        for (int i = 0; i < rows; i++) {
            forwards.moveTo(i * distance);
            first[i] = values(step, forwards);
        }
        StepPass backwards = layout.worker().withoutReuse().pass(step);
        for (int i = rows - 1; i >= 0; i--) {
            backwards.moveTo(i * distance);
            compare(step, backwards, first[i], values(step, backwards));
        }
    }

    private static @Nullable Object[] values(StepLayout step, StepPass pass) {
        @Nullable Object[] values = new Object[step.table().table().columns().size()];
        for (int c = 0; c < values.length; c++) {
            pass.slots().settle(c);
            values[c] = pass.slots().state(c) == Slots.SERVER ? null : pass.value(c);
        }
        return values;
    }

    private static void compare(StepLayout step, StepPass pass, @Nullable Object[] first, @Nullable Object[] second) {
        List<ColumnSpec> columns = step.table().table().columns();
        for (int c = 0; c < first.length; c++) {
            if (!Objects.deepEquals(first[c], second[c])) {
                throw new EngineException(
                        EngineError.NOT_PURE,
                        step.name(),
                        pass.position(),
                        columns.get(c).name(),
                        first[c],
                        second[c]);
            }
        }
    }
}
