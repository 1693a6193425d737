package dev.seedplan.processor.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A class with its superclasses and interfaces. */
public final class Ancestors {

    private Ancestors() {}

    /** {@return the class, its superclasses from near to far, then all interfaces; without {@link Object}} */
    public static List<TypeElement> of(TypeElement type) {
        Set<TypeElement> classes = new LinkedHashSet<>();
        TypeElement at = type;
        while (at != null && !at.getQualifiedName().contentEquals("java.lang.Object") && classes.add(at)) {
            at = element(at.getSuperclass());
        }
        Set<TypeElement> all = new LinkedHashSet<>(classes);
        classes.forEach(c -> addInterfaces(c, all));
        return new ArrayList<>(all);
    }

    private static void addInterfaces(TypeElement type, Set<TypeElement> all) {
        for (TypeMirror mirror : type.getInterfaces()) {
            TypeElement found = element(mirror);
            if (found != null && all.add(found)) {
                addInterfaces(found, all);
            }
        }
    }

    /** {@return the element of a declared type; null for all others} */
    public static @Nullable TypeElement element(TypeMirror mirror) {
        Element element = mirror instanceof DeclaredType declared ? declared.asElement() : null;
        return element instanceof TypeElement type ? type : null;
    }
}
