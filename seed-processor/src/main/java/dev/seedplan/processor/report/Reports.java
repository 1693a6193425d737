package dev.seedplan.processor.report;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Prints messages where they belong. The same message at the same place is printed once, although several plans may
 * inherit the method it is about.
 */
public final class Reports {

    private final Messager messager;
    private final Elements elements;
    private final Set<String> sources = new HashSet<>();
    private final Set<String> printed = new HashSet<>();
    private final Anchors anchors = new Anchors();
    private int errors;

    /** Prints through {@code messager}. */
    public Reports(Messager messager, Elements elements) {
        this.messager = messager;
        this.elements = elements;
    }

    /** Says that an element of this compilation has source: only there a message has a line. */
    public void hasSource(Element root) {
        sources.add(root.toString());
    }

    /** Keeps the places of a class's parameters; to be called in the round that brings the class. */
    public void keepPlaces(TypeElement type) {
        anchors.keep(type);
    }

    /** {@return a place of a parameter of {@code method} that the compiler can print} */
    Place printable(Place place, ExecutableElement method) {
        return anchors.printable(place, method);
    }

    /** {@return whether an element, which is no parameter, was declared in the sources of this compilation} */
    public boolean isSource(Element element) {
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            if (sources.contains(at.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Prints an error. */
    public void error(Place place, String message) {
        errors++;
        print(Diagnostic.Kind.ERROR, place, message);
    }

    /** Prints a hint beside an error of the compiler's own; a warning, since our errors would hide those in bodies. */
    public void hint(Place place, String message) {
        print(Diagnostic.Kind.WARNING, place, message);
    }

    /** {@return how many errors there were} */
    public int errors() {
        return errors;
    }

    /** {@return messages about one plan, whose inherited parts may have no source} */
    public PlanReports about(TypeElement plan) {
        return new PlanReports(this, plan);
    }

    private void print(Diagnostic.Kind kind, Place place, String message) {
        String where = place.element().getEnclosingElement() + " " + place.element() + " " + place.annotation() + " "
                + place.value();
        if (printed.add(kind + " " + where + " " + message)) {
            messager.printMessage(kind, message, located(place.element()), place.annotation(), place.value());
        }
    }

    /** ECJ knows no place of a package, but it has a type for its package-info; javac has none by that name. */
    private Element located(Element element) {
        if (element instanceof PackageElement packageElement) {
            TypeElement info = elements.getTypeElement(packageElement.getQualifiedName() + ".package-info");
            return info == null ? element : info;
        }
        return element;
    }
}
