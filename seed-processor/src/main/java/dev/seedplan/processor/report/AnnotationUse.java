package dev.seedplan.processor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * One of our annotations on an element. A value that does not compile comes as something else than it should be (javac
 * gives the text {@code <error>}); it then counts as its default, since the compiler reports it anyway.
 *
 * @param element the annotated element
 * @param mirror the annotation
 */
public record AnnotationUse(Element element, AnnotationMirror mirror) {

    /** The package of the annotations. */
    public static final String DSL = "dev.seedplan.";

    /** {@return the annotation {@code dev.seedplan.<name>} on an element} */
    public static Optional<AnnotationUse> find(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (nameOf(mirror).equals(DSL + name)) {
                return Optional.of(new AnnotationUse(element, mirror));
            }
        }
        return Optional.empty();
    }

    /** {@return all uses of a repeatable annotation {@code dev.seedplan.<name>} on an element} */
    public static List<AnnotationUse> all(Element element, String name) {
        List<AnnotationUse> uses = new ArrayList<>();
        find(element, name).ifPresent(uses::add);
        find(element, name + ".List").ifPresent(list -> {
            AnnotationValue values = list.explicit("value");
            if (values != null && values.getValue() instanceof List<?> elements) {
                for (Object nested : elements) {
                    if (nested instanceof AnnotationValue value && value.getValue() instanceof AnnotationMirror m) {
                        uses.add(new AnnotationUse(element, m));
                    }
                }
            }
        });
        return uses;
    }

    /** {@return whether the element has any annotation of the DSL} */
    public static boolean any(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(m -> nameOf(m).startsWith(DSL));
    }

    private static String nameOf(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : "";
    }

    /** {@return whether the member is written out} */
    public boolean has(String member) {
        return explicit(member) != null;
    }

    /** {@return a text} */
    public String text(String member) {
        return value(member) instanceof String text ? text : "";
    }

    /** {@return a list of texts} */
    public List<String> texts(String member) {
        Object value = value(member);
        List<?> elements = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Object element : elements) {
            Object text = element instanceof AnnotationValue nested ? nested.getValue() : element;
            if (text instanceof String each) {
                texts.add(each);
            }
        }
        return texts;
    }

    /** {@return a whole number; -1 where it does not compile} */
    public long number(String member) {
        return value(member) instanceof Number number ? number.longValue() : -1;
    }

    /** {@return a fraction; 0 where it does not compile} */
    public double fraction(String member) {
        return value(member) instanceof Number number ? number.doubleValue() : 0;
    }

    /** {@return a flag} */
    public boolean flag(String member) {
        return value(member) instanceof Boolean flag && flag;
    }

    /** {@return the name of an enum's constant} */
    public String constant(String member) {
        return value(member) instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : "";
    }

    /** {@return the place of the annotation} */
    public Place at() {
        return new Place(element, mirror, null);
    }

    /** {@return the place of a member's value, or of the annotation where the value is not written out} */
    public Place at(String member) {
        return new Place(element, mirror, explicit(member));
    }

    private @Nullable AnnotationValue explicit(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private @Nullable Object value(String member) {
        AnnotationValue written = explicit(member);
        if (written != null) {
            return written.getValue();
        }
        for (Element enclosed : mirror.getAnnotationType().asElement().getEnclosedElements()) {
            if (enclosed instanceof ExecutableElement method
                    && method.getSimpleName().contentEquals(member)) {
                AnnotationValue standard = method.getDefaultValue();
                return standard == null ? null : standard.getValue();
            }
        }
        return null;
    }
}
