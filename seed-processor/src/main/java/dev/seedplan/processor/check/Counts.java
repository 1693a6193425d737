package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.plan.Parameter;
import dev.seedplan.processor.plan.RowMethod;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds out how many rows a method makes: {@code @Rows} on it or {@code @Per} on a parent, never both. */
final class Counts {

    private final PlanReports reports;

    Counts(PlanReports reports) {
        this.reports = reports;
    }

    /**
     * What a method says about its number of rows.
     *
     * @param count the number; null where it is wrong, which has been reported, or where a template leaves it open
     * @param iterated the iterated parent; null for none
     * @param place where a greatest number is written
     */
    record Result(@Nullable Count count, @Nullable Parameter iterated, Place place) {}

    /** {@return the number; null where the table is left out} */
    @Nullable
    Result of(RowMethod method) {
        // An override that says a number, in whatever way, says it anew.
        for (int level = 0; level < method.chain().size(); level++) {
            ExecutableElement declaration = method.chain().get(level);
            Optional<AnnotationUse> rows = AnnotationUse.find(declaration, "Rows");
            List<Parameter> iterated = new ArrayList<>();
            for (Parameter parameter : method.parameters()) {
                boolean parent = parameter instanceof Parameter.Parent || parameter instanceof Parameter.Lost;
                if (parent && per(parameter, level).isPresent()) {
                    iterated.add(parameter);
                }
            }
            if (rows.isPresent() || !iterated.isEmpty()) {
                return at(method, level, rows, iterated);
            }
        }
        if (!isAbstract(method)) {
            Place place = method.parents().isEmpty()
                    ? Place.of(method.element())
                    : Place.of(method.parents().get(0).element());
            reports.error(
                    place,
                    ProcessorError.NO_COUNT.message(method.name() + " fills "
                            + method.table().name() + " but says nothing about the number of rows"));
        }
        return new Result(null, null, Place.of(method.element()));
    }

    /** {@return whether a template leaves the method to others} */
    static boolean isAbstract(RowMethod method) {
        return method.element().getModifiers().contains(Modifier.ABSTRACT);
    }

    private @Nullable Result at(RowMethod method, int level, Optional<AnnotationUse> rows, List<Parameter> iterated) {
        boolean leftOut = rows.isPresent()
                && rows.get().number("value") == 0
                && !rows.get().has("from");
        if (leftOut) {
            return null;
        }
        Numbers numbers = new Numbers(method.name(), reports);
        List<Numbers.Result> results = new ArrayList<>();
        rows.ifPresent(use -> results.add(numbers.rows(use)));
        List<AnnotationUse> pers =
                iterated.stream().flatMap(parent -> per(parent, level).stream()).toList();
        pers.forEach(use -> results.add(numbers.per(use)));
        Parameter parent = iterated.isEmpty() ? null : iterated.get(0);
        if (results.size() == 1) {
            return new Result(results.get(0).count(), parent, results.get(0).place());
        }
        Place place = rows.map(AnnotationUse::at).orElseGet(() -> pers.get(1).at());
        String what = rows.isPresent() ? "has @Rows and a parent with @Per" : "iterates two parents with @Per";
        reports.error(place, ProcessorError.TWO_COUNTS.message(method.name() + " " + what));
        return new Result(null, parent, place);
    }

    private static Optional<AnnotationUse> per(Parameter parent, int level) {
        return AnnotationUse.find(parent.chain().get(level), "Per");
    }

    /** Reports a link table whose other parent is not one that every row has. */
    void pairs(RowMethod method, Count count, Place place, List<Link> links) {
        if (!(count instanceof Count.Pairs)
                || method.incomplete()
                || links.size() < method.parents().size()) {
            return;
        }
        Optional<Link> other = Link.other(links);
        if (other.isEmpty() || other.get().nulls() > 0) {
            String what = other.isPresent()
                    ? "the parent it is paired with may be NULL"
                    : links.size() < 2
                            ? "there is no parent it is paired with"
                            : "it is not clear which parent it is paired with";
            reports.error(place, ProcessorError.BAD_DENSITY.message(method.name() + " has a density, but " + what));
        }
    }
}
