package dev.seedplan.runtime.program;

import java.util.List;

/**
 * What a program promises and needs: the compile-time part of its contract.
 *
 * @param plan the plan's class name
 * @param seed its seed
 * @param at its instant, ISO-8601
 * @param locale its language
 * @param schemaHash the hash of the snapshot it was compiled against
 * @param version the version of the processor that made it
 * @param tables the tables it fills or takes parents from
 * @param steps in the order in which they run
 * @param sqlBefore scripts to run before the first step
 * @param sqlAfter scripts to run after the last step
 */
public record PlanSpec(
        String plan,
        long seed,
        String at,
        String locale,
        String schemaHash,
        String version,
        List<TableSpec> tables,
        List<StepSpec> steps,
        List<String> sqlBefore,
        List<String> sqlAfter) {

    /** {@return the plan's simple name} */
    public String simpleName() {
        return plan.substring(Math.max(plan.lastIndexOf('.'), plan.lastIndexOf('$')) + 1);
    }

    /**
     * {@return the table of that id, {@code schema.name}}
     *
     * @throws IllegalArgumentException if the plan has no such table
     */
    public TableSpec table(String id) {
        return tables.stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("plan " + plan + " has no table " + id));
    }
}
