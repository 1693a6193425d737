package dev.seedplan.runtime.program;

import java.util.ArrayList;
import java.util.List;

/**
 * A step of a program: one row method and the table it fills.
 *
 * @param index its number, from 0, by which {@link BoundPlan#call} knows it
 * @param method the row method's name
 * @param table the table it fills, {@code schema.name}
 * @param source where the number of rows comes from
 * @param parents the method's parent parameters in order, then those of its method-level {@code @Pick}
 * @param isMapped whether it has a mapping
 * @param sqlBefore scripts to run before it
 * @param sqlAfter scripts to run after it
 */
public record StepSpec(
        int index,
        String method,
        String table,
        Source source,
        List<ParentSpec> parents,
        boolean isMapped,
        List<String> sqlBefore,
        List<String> sqlAfter) {

    /** Where the number of a step's rows comes from. */
    public sealed interface Source {

        /** So many rows; {@code small} and {@code large} for these sizes, -1 for a tenth and for ten times. */
        record Fixed(long rows, long small, long large) implements Source {

            /** So many rows, a tenth of them for the small size and ten times as many for the large one. */
            public Fixed(long rows) {
                this(rows, -1, -1);
            }
        }

        /** One row for each asset of the plan's field, at most {@code atMost} (-1: all). */
        record Pool(String field, long atMost) implements Source {}

        /** The parent whose role is {@link ParentSpec.Role#PER}. */
        record PerParent() implements Source {}
    }

    /** {@return a step of a fixed number of rows} */
    public static StepSpec rows(int index, String method, String table, long rows) {
        return new StepSpec(index, method, table, new Source.Fixed(rows), List.of(), false, List.of(), List.of());
    }

    /** {@return a step with one row for each asset; {@code atMost} -1 for all} */
    public static StepSpec from(int index, String method, String table, String field, long atMost) {
        return new StepSpec(
                index, method, table, new Source.Pool(field, atMost), List.of(), false, List.of(), List.of());
    }

    /** {@return a step whose rows are made parent by parent} */
    public static StepSpec per(int index, String method, String table) {
        return new StepSpec(index, method, table, new Source.PerParent(), List.of(), false, List.of(), List.of());
    }

    /** {@return this step with other numbers for the small and the large size; -1 for a tenth and for ten times} */
    public StepSpec sizes(long small, long large) {
        Source sized = source instanceof Source.Fixed fixed ? new Source.Fixed(fixed.rows(), small, large) : source;
        return new StepSpec(index, method, table, sized, parents, isMapped, sqlBefore, sqlAfter);
    }

    /** {@return this step with a mapping} */
    public StepSpec mapped() {
        return new StepSpec(index, method, table, source, parents, true, sqlBefore, sqlAfter);
    }

    /** {@return this step with one more parent} */
    public StepSpec parent(ParentSpec parent) {
        return new StepSpec(index, method, table, source, plus(parents, parent), isMapped, sqlBefore, sqlAfter);
    }

    /** {@return this step with a script before it} */
    public StepSpec sqlBefore(String script) {
        return new StepSpec(index, method, table, source, parents, isMapped, plus(sqlBefore, script), sqlAfter);
    }

    /** {@return this step with a script after it} */
    public StepSpec sqlAfter(String script) {
        return new StepSpec(index, method, table, source, parents, isMapped, sqlBefore, plus(sqlAfter, script));
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
