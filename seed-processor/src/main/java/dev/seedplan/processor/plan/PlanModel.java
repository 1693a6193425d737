package dev.seedplan.processor.plan;

import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.schema.SchemaPackage;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its class says it, before any rule.
 *
 * @param type the class
 * @param annotation its {@code @SeedPlan}
 * @param schema the schema of its row classes; null where it has no row method
 * @param methods its row methods, inherited ones too, those of the farthest ancestor first
 */
public record PlanModel(
        TypeElement type,
        AnnotationUse annotation,
        @Nullable SchemaPackage schema,
        List<RowMethod> methods) {

    /** {@return whether it is abstract: a template, for which no program is made} */
    public boolean template() {
        return type.getModifiers().contains(Modifier.ABSTRACT);
    }
}
