package dev.seedplan.processor.report;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Messages about one plan. What is about a method from a class file goes to the plan and says where it comes from. */
public final class PlanReports {

    private final Reports reports;
    private final TypeElement plan;
    private final Map<VariableElement, ExecutableElement> owners = new HashMap<>();
    private int errors;

    PlanReports(Reports reports, TypeElement plan) {
        this.reports = reports;
        this.plan = plan;
    }

    /** Says whose parameters those of {@code method} are: ECJ gives a parameter no enclosing element. */
    public void owns(ExecutableElement method) {
        method.getParameters().forEach(parameter -> owners.put(parameter, method));
    }

    /** Prints an error. */
    public void error(Place place, String message) {
        errors++;
        Element element = place.element();
        ExecutableElement owner = element instanceof VariableElement parameter ? owners.get(parameter) : null;
        Element declared = owner == null ? element : owner;
        if (reports.isSource(declared)) {
            reports.error(owner == null ? place : reports.printable(place, owner), message);
        } else {
            reports.error(Place.of(plan), message + " It stands in " + origin(declared));
        }
    }

    /** Prints a hint about a parameter. */
    public void hint(VariableElement parameter, ExecutableElement method, String message) {
        if (reports.isSource(method)) {
            reports.hint(reports.printable(Place.of(parameter), method), message);
        }
    }

    /** {@return how many errors there were about this plan} */
    public int errors() {
        return errors;
    }

    /** {@return whether there was an error about this plan} */
    public boolean failed() {
        return errors > 0;
    }

    private static String origin(Element element) {
        String member = element instanceof TypeElement ? "" : "." + element.getSimpleName();
        Element type = element instanceof TypeElement ? element : element.getEnclosingElement();
        return type + member + ", which this plan inherits from a class file.";
    }
}
