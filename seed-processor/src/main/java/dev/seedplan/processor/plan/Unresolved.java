package dev.seedplan.processor.plan;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What keeps a plan from being looked at: types in its signatures that do not exist (yet). */
public final class Unresolved {

    private Unresolved() {}

    /**
     * A parameter with a missing type.
     *
     * @param method its method
     * @param parameter the parameter
     * @param type the type's simple name as it is written; empty where it is inside another type
     */
    public record Missing(ExecutableElement method, VariableElement parameter, String type) {}

    /** {@return whether a plan or an ancestor has a type in its signatures that does not exist} */
    public static boolean any(TypeElement plan) {
        for (TypeElement type : Ancestors.of(plan)) {
            boolean missing = missing(type.getSuperclass())
                    || type.getInterfaces().stream().anyMatch(Unresolved::missing)
                    || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                            .anyMatch(Unresolved::missingPool);
            if (missing) {
                return true;
            }
        }
        return !parameters(plan).isEmpty();
    }

    /** {@return the parameters of a plan and its ancestors whose type does not exist} */
    public static List<Missing> parameters(TypeElement plan) {
        List<Missing> found = new ArrayList<>();
        for (TypeElement type : Ancestors.of(plan)) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                for (VariableElement parameter : method.getParameters()) {
                    if (missing(parameter.asType())) {
                        boolean plain = parameter.asType().getKind() == TypeKind.ERROR;
                        found.add(new Missing(method, parameter, plain ? nameOf(parameter.asType()) : ""));
                    }
                }
            }
        }
        return found;
    }

    private static boolean missingPool(VariableElement field) {
        return field.asType().toString().contains("Assets") && missing(field.asType());
    }

    /** {@return the simple name of a class, that need not exist; empty for other types} */
    static String nameOf(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : "";
    }

    private static boolean missing(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        } else if (type instanceof ArrayType array) {
            return missing(array.getComponentType());
        }
        // javac calls List<Missing> a declared type, ECJ an error.
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(Unresolved::missing);
    }
}
