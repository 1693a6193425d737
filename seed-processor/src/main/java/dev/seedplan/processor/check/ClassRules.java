package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.plan.PlanModel;
import dev.seedplan.processor.plan.RowMethod;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.schema.Suggestions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the program, which extends the plan's class and calls its methods, needs of them. */
final class ClassRules {

    private static final List<String> LOCALES = List.of("de", "en", "es", "fr");

    private final Elements elements;
    private final Types types;
    private final TypeElement plan;
    private final PlanReports reports;

    ClassRules(Elements elements, Types types, TypeElement plan, PlanReports reports) {
        this.elements = elements;
        this.types = types;
        this.plan = plan;
        this.reports = reports;
    }

    void check(PlanModel model) {
        String problems = String.join(", ", classProblems());
        if (!problems.isEmpty()) {
            reports.error(Place.of(plan), ProcessorError.PLAN_CLASS.message(plan.getSimpleName() + " " + problems));
        }
        AnnotationUse annotation = model.annotation();
        String at = annotation.text("at");
        try {
            Instant.parse(at);
        } catch (DateTimeParseException e) {
            reports.error(
                    annotation.at("at"),
                    ProcessorError.BAD_INSTANT.message("\"" + at + "\" is not an ISO-8601 instant"));
        }
        String locale = annotation.text("locale");
        if (!LOCALES.contains(locale)) {
            reports.error(
                    annotation.at("locale"),
                    ProcessorError.UNKNOWN_LOCALE.message(
                            "there are no dictionaries for \"" + locale + "\"; " + Suggestions.of(locale, LOCALES)));
        }
        model.methods().forEach(this::check);
    }

    private List<String> classProblems() {
        if (plan.getKind() != ElementKind.CLASS) {
            return List.of("is no class but " + article(plan.getKind().name().toLowerCase(Locale.ROOT)));
        }
        List<String> problems = new ArrayList<>();
        if (plan.getModifiers().contains(Modifier.FINAL)) {
            problems.add("is final");
        }
        for (Element at = plan; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                problems.add(at.equals(plan) ? "is private" : "is in the private class " + at.getSimpleName());
            }
            boolean inner = at instanceof TypeElement type
                    && type.getNestingKind() == NestingKind.MEMBER
                    && !at.getModifiers().contains(Modifier.STATIC);
            if (inner) {
                problems.add(at.equals(plan) ? "is not static" : "is in the inner class " + at.getSimpleName());
            }
        }
        Optional<ExecutableElement> constructor = ElementFilter.constructorsIn(plan.getEnclosedElements()).stream()
                .filter(c -> c.getParameters().isEmpty())
                .findFirst();
        if (constructor.isEmpty()) {
            problems.add("has no constructor without parameters");
        } else if (constructor.get().getModifiers().contains(Modifier.PRIVATE)) {
            problems.add("has a private constructor");
        }
        constructor.flatMap(this::checked).ifPresent(type -> problems.add("has a constructor that throws " + type));
        return problems;
    }

    private void check(RowMethod method) {
        ExecutableElement element = method.element();
        List<String> problems = new ArrayList<>();
        if (element.getModifiers().contains(Modifier.PRIVATE)) {
            problems.add("is private");
        } else if (!reachable(element)) {
            problems.add("is package-private in another package, " + elements.getPackageOf(element));
        }
        if (element.getModifiers().contains(Modifier.STATIC)) {
            problems.add("is static");
        }
        if (element.getReturnType().getKind() != TypeKind.VOID) {
            problems.add("returns a value");
        }
        checked(element).ifPresent(type -> problems.add("throws " + type));
        if (!problems.isEmpty()) {
            reports.error(
                    Place.of(element),
                    ProcessorError.ROW_METHOD.message(method.name() + " " + String.join(", ", problems)));
        }
    }

    private boolean reachable(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.PUBLIC)
                || method.getModifiers().contains(Modifier.PROTECTED)
                || elements.getPackageOf(method).equals(elements.getPackageOf(plan));
    }

    private Optional<TypeMirror> checked(ExecutableElement method) {
        TypeElement runtime = elements.getTypeElement("java.lang.RuntimeException");
        TypeElement error = elements.getTypeElement("java.lang.Error");
        return method.getThrownTypes().stream()
                .<TypeMirror>map(type -> type)
                .filter(type -> !types.isSubtype(type, runtime.asType()) && !types.isSubtype(type, error.asType()))
                .findFirst();
    }

    private static String article(String kind) {
        return ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind.replace('_', ' ');
    }
}
