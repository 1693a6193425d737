package dev.seedplan.processor;

import com.google.auto.service.AutoService;
import dev.seedplan.processor.plan.Ancestors;
import dev.seedplan.processor.report.Reports;
import dev.seedplan.processor.schema.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Generates row classes for packages with {@code @SeedSchema}, and programs for plans with {@code @SeedPlan}.
 *
 * <p>A package is looked at in the round that brings it. A plan mentions the classes generated from it, so it is looked
 * at in the first round in which all types of its signatures exist: the same one where they were compiled before, else
 * the next. Bodies are never looked at. A plan that is still unresolved at the end gets hints beside the compiler's own
 * errors.
 */
@AutoService(Processor.class)
public final class SeedProcessor extends AbstractProcessor {

    private static final String SCHEMA_DIRECTORY = "seedplan.schema.dir";

    private final Set<String> waiting = new LinkedHashSet<>();
    private @Nullable Reports reports;
    private @Nullable Schemas schemas;

    /** Makes the processor; compilers do. */
    public SeedProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.seedplan.SeedSchema", "dev.seedplan.SeedPlan");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(SCHEMA_DIRECTORY);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Reports made = new Reports(environment.getMessager(), environment.getElementUtils());
        reports = made;
        schemas = new Schemas(environment.getFiler(), environment.getOptions().get(SCHEMA_DIRECTORY), made);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Reports messages = reports;
        Schemas known = schemas;
        if (messages == null || known == null) {
            return false;
        }
        round.getRootElements().forEach(messages::hasSource);
        Work work = new Work(processingEnv, known, messages);
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element instanceof PackageElement schemaPackage) {
                    work.schema(schemaPackage);
                } else if (element instanceof TypeElement plan) {
                    waiting.add(plan.getQualifiedName().toString());
                    Ancestors.of(plan).forEach(messages::keepPlaces);
                }
            }
        }
        List<TypeElement> plans = new ArrayList<>();
        for (String name : waiting) {
            TypeElement plan = processingEnv.getElementUtils().getTypeElement(name);
            if (plan != null) {
                plans.add(plan);
            }
        }
        for (TypeElement plan : plans) {
            if (round.processingOver()) {
                work.unresolved(plan);
            } else if (work.plan(plan)) {
                waiting.remove(plan.getQualifiedName().toString());
            }
        }
        return false;
    }
}
