package dev.seedplan.processor.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Where parameters stand, for ECJ: it knows the place of a parameter only in the round whose roots contain its class, and
 * drops a message about one later. So the elements of that round are kept, for their places and nothing else.
 */
final class Anchors {

    private final Map<String, VariableElement> parameters = new HashMap<>();

    /** Keeps the parameters of a class's methods. */
    void keep(TypeElement type) {
        int ordinal = 0;
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            for (VariableElement parameter : method.getParameters()) {
                if (parameter.getEnclosingElement() != null) {
                    parameters.putIfAbsent(key(type, ordinal, parameter), parameter);
                }
            }
            ordinal++;
        }
    }

    /** {@return a place the compiler can print: of the parameter as it was, or else of its method} */
    Place printable(Place place, ExecutableElement method) {
        Element element = place.element();
        if (element.getEnclosingElement() != null) {
            return place;
        }
        VariableElement before = parameters.get(key(method, element));
        if (before == null) {
            return Place.of(method);
        }
        AnnotationMirror annotation = place.annotation();
        for (AnnotationMirror candidate : before.getAnnotationMirrors()) {
            if (annotation != null
                    && candidate
                            .getAnnotationType()
                            .toString()
                            .equals(annotation.getAnnotationType().toString())) {
                return new Place(before, candidate, sameMember(annotation, place.value(), candidate));
            }
        }
        return Place.of(before);
    }

    private static @Nullable AnnotationValue sameMember(
            AnnotationMirror annotation, @Nullable AnnotationValue value, AnnotationMirror candidate) {
        String member = member(annotation, value);
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                candidate.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static String member(AnnotationMirror annotation, @Nullable AnnotationValue value) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getValue().equals(value)) {
                return entry.getKey().getSimpleName().toString();
            }
        }
        return "";
    }

    private static String key(ExecutableElement method, Element parameter) {
        Element type = method.getEnclosingElement();
        List<? extends Element> siblings = type == null ? List.of() : type.getEnclosedElements();
        return key(type, ElementFilter.methodsIn(siblings).indexOf(method), parameter);
    }

    private static String key(@Nullable Element type, int ordinal, Element parameter) {
        return type + " " + ordinal + " " + parameter.getSimpleName();
    }
}
