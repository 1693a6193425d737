package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.StepSpec.Source.Fixed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run asks for instead of the plan's numbers of rows. It concerns tables with a number of their own; what is made
 * parent by parent follows.
 *
 * @param rows exact numbers by table id, {@code schema.name}
 * @param each the number for tables that {@code rows} does not name; null for the plan's
 * @param size which of the plan's numbers
 * @param scale what the numbers are multiplied with, but for those of {@code rows}; above 0
 */
public record Numbers(Map<String, Long> rows, @Nullable Long each, Size size, double scale) {

    /** The plan's numbers. */
    public static final Numbers OF_PLAN = new Numbers(Map.of(), null, Size.MEDIUM, 1);

    /** {@return the plan's numbers but for these} */
    public static Numbers of(Map<String, Long> rows) {
        return new Numbers(rows, null, Size.MEDIUM, 1);
    }

    /** {@return the rows of a step with a number of its own} */
    long of(String table, Fixed fixed) {
        Long exact = rows.get(table);
        return exact != null ? exact : scaled(each != null ? each : size.of(fixed));
    }

    /** {@return the exact number of rows of a table, null where none is asked for} */
    @Nullable
    Long exact(String table) {
        return rows.get(table);
    }

    /** {@return the most rows of a step with a row for each asset; -1 for as many as there are} */
    long most(String table, long atMost) {
        Long exact = rows.get(table);
        return exact != null ? exact : atMost < 0 ? -1 : scaled(size.of(new Fixed(atMost)));
    }

    private long scaled(long number) {
        // A table the plan fills does not become empty by a scale.
        return scale == 1 ? number : Math.max(Math.min(number, 1), Math.round(number * scale));
    }
}
