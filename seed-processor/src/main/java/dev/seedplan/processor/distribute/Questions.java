package dev.seedplan.processor.distribute;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.plan.Ancestors;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.schema.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The questions of one distribution, each checked: that the field or method exists and fits. */
final class Questions {

    private final Types types;
    private final TypeElement plan;
    private final PlanReports reports;
    private final TypeMirror target;
    private final TypeMirror asset;
    private final List<Question> asked = new ArrayList<>();

    Questions(Types types, TypeElement plan, PlanReports reports, TypeMirror target, TypeMirror asset) {
        this.types = types;
        this.plan = plan;
        this.reports = reports;
        this.target = target;
        this.asset = asset;
    }

    List<Question> asked() {
        return List.copyOf(asked);
    }

    private int ask(Question.Kind kind, String name) {
        asked.add(new Question(kind, name, types.erasure(asset)));
        return asked.size() - 1;
    }

    /** {@return the question after a target's weight} */
    int weight(AnnotationUse use) {
        return method(use, "weight", Question.Kind.TARGET, true, target);
    }

    /** {@return the question that a method of the plan answers with yes or no; -1 for none and after an error} */
    int method(AnnotationUse use, String member, Question.Kind kind) {
        return switch (kind) {
            case TARGET -> method(use, member, kind, false, target);
            case ASSET -> method(use, member, kind, false, asset);
            case PAIR -> method(use, member, kind, false, target, asset);
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }

    private int method(AnnotationUse use, String member, Question.Kind kind, boolean number, TypeMirror... arguments) {
        String name = use.text(member);
        if (name.isEmpty()) {
            return -1;
        }
        TreeSet<String> names = new TreeSet<>();
        for (TypeElement type : Ancestors.of(plan)) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                boolean fits = takes(method, arguments) && gives(method.getReturnType(), number);
                if (fits && !method.getModifiers().contains(Modifier.PRIVATE)) {
                    names.add(method.getSimpleName().toString());
                }
            }
        }
        if (!names.contains(name)) {
            List<String> wanted = new ArrayList<>();
            for (TypeMirror argument : arguments) {
                wanted.add(simple(argument));
            }
            reports.error(
                    use.at(member),
                    ProcessorError.RULE_METHOD.message("the plan has no method \"" + (number ? "double " : "boolean ")
                            + name + "(" + String.join(", ", wanted) + ")\" that is not private"
                            + (names.isEmpty() ? "" : "; " + Suggestions.of(name, names))));
            return -1;
        }
        return reachable(use.at(member)) ? ask(kind, name) : -1;
    }

    private boolean takes(ExecutableElement method, TypeMirror... arguments) {
        if (method.getParameters().size() != arguments.length) {
            return false;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (!types.isAssignable(arguments[i], method.getParameters().get(i).asType())) {
                return false;
            }
        }
        return true;
    }

    private static boolean gives(TypeMirror type, boolean number) {
        return number ? type.getKind().isPrimitive() && isNumber(type.getKind()) : type.getKind() == TypeKind.BOOLEAN;
    }

    private static boolean isNumber(TypeKind kind) {
        return kind == TypeKind.INT || kind == TypeKind.LONG || kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
    }

    /** {@return the question after a field of the asset; -1 after an error} */
    int field(AnnotationUse use) {
        String name = use.text("field");
        TypeElement type = Ancestors.element(asset);
        if (type == null || !reachable(use.at("field"))) {
            return -1;
        }
        if (type.getKind() != ElementKind.RECORD) {
            boolean cell = type.getQualifiedName().contentEquals(AnnotationUse.DSL + "CsvRow");
            return ask(cell ? Question.Kind.CELL : Question.Kind.FIELD, name);
        }
        TreeSet<String> names = new TreeSet<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            names.add(component.getSimpleName().toString());
        }
        if (!names.contains(name)) {
            reports.error(
                    use.at("field"),
                    ProcessorError.RULE_FIELD.message("record " + type.getSimpleName() + " has no component \"" + name
                            + "\"; " + Suggestions.of(name, names)));
            return -1;
        }
        return ask(Question.Kind.COMPONENT, name);
    }

    /** The program must be able to name the asset's type. */
    private boolean reachable(Place place) {
        for (@Nullable Element at = Ancestors.element(asset);
                at instanceof TypeElement;
                at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                reports.error(place, ProcessorError.POOL_ACCESS.message("the type " + asset + " is private"));
                return false;
            }
        }
        return true;
    }

    private static String simple(TypeMirror type) {
        TypeElement element = Ancestors.element(type);
        return element == null ? type.toString() : element.getSimpleName().toString();
    }
}
