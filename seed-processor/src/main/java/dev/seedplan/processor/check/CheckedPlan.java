package dev.seedplan.processor.check;

import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.schema.Table;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A plan that fits its schema.
 *
 * @param type its class
 * @param schema the schema
 * @param seed its seed
 * @param at its instant
 * @param locale its language
 * @param steps in the order in which they run
 * @param tables those it fills or takes parents from, sorted by name
 * @param pools the fields of type Assets that the program can read, sorted
 * @param sqlBefore scripts before the first step
 * @param sqlAfter scripts after the last step
 */
public record CheckedPlan(
        TypeElement type,
        SchemaPackage schema,
        long seed,
        String at,
        String locale,
        List<Step> steps,
        List<Table> tables,
        List<String> pools,
        List<String> sqlBefore,
        List<String> sqlAfter) {}
