package dev.seedplan.processor.plan;

import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.schema.Table;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * A method that fills a table.
 *
 * @param chain the method and those it overrides, most specific first
 * @param table the table its first parameter stands for
 * @param parameters its other parameters
 */
public record RowMethod(List<ExecutableElement> chain, Table table, List<Parameter> parameters) {

    /** {@return the method itself} */
    public ExecutableElement element() {
        return chain.get(0);
    }

    /** {@return its name} */
    public String name() {
        return element().getSimpleName().toString();
    }

    /** {@return its parents, in order} */
    public List<Parameter.Parent> parents() {
        return parameters.stream()
                .filter(Parameter.Parent.class::isInstance)
                .map(Parameter.Parent.class::cast)
                .toList();
    }

    /** {@return whether a parameter stands for a table that is no longer there} */
    public boolean incomplete() {
        return parameters.stream().anyMatch(Parameter.Lost.class::isInstance);
    }

    /** {@return the annotation on the first of the elements that has it: an override may restate it or leave it} */
    public static Optional<AnnotationUse> inherited(List<? extends Element> chain, String name) {
        return chain.stream()
                .flatMap(element -> AnnotationUse.find(element, name).stream())
                .findFirst();
    }

    /** {@return all uses of a repeatable annotation on the first of the elements that has any} */
    public static List<AnnotationUse> allInherited(List<? extends Element> chain, String name) {
        return chain.stream()
                .map(element -> AnnotationUse.all(element, name))
                .filter(uses -> !uses.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** {@return whether the method, a parameter of it, or one it overrides has an annotation of the DSL} */
    public boolean annotated() {
        return chain.stream()
                .anyMatch(method -> AnnotationUse.any(method)
                        || method.getParameters().stream().anyMatch(AnnotationUse::any));
    }
}
