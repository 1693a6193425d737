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
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds out how many rows a method makes: {@code @Rows} on it or {@code @Per} on a parent, never both. */
final class Counts {

    private static final List<String> SIZES = List.of("small", "large");

    private final PlanReports reports;

    Counts(PlanReports reports) {
        this.reports = reports;
    }

    /**
     * What a method says about its number of rows.
     *
     * @param count the number; null where it is wrong, which has been reported, or where a template leaves it open
     * @param iterated the index of the iterated parent among the parents, -1 for none
     * @param place where a greatest number is written
     */
    record Result(@Nullable Count count, int iterated, Place place) {}

    /** {@return the number; null where the table is left out} */
    @Nullable
    Result of(RowMethod method) {
        List<Parameter.Parent> parents = method.parents();
        // An override that says a number, in whatever way, says it anew.
        for (int level = 0; level < method.chain().size(); level++) {
            ExecutableElement declaration = method.chain().get(level);
            Optional<AnnotationUse> rows = AnnotationUse.find(declaration, "Rows");
            List<Integer> iterated = new ArrayList<>();
            for (int i = 0; i < parents.size(); i++) {
                if (AnnotationUse.find(parents.get(i).chain().get(level), "Per").isPresent()) {
                    iterated.add(i);
                }
            }
            if (rows.isPresent() || !iterated.isEmpty()) {
                return at(method, level, rows, iterated);
            }
        }
        if (!isAbstract(method)) {
            Place place = parents.isEmpty()
                    ? Place.of(method.element())
                    : Place.of(parents.get(0).element());
            reports.error(
                    place,
                    ProcessorError.NO_COUNT.message(method.name() + " fills "
                            + method.table().name() + " but says nothing about the number of rows"));
        }
        return new Result(null, -1, Place.of(method.element()));
    }

    private static boolean isAbstract(RowMethod method) {
        return method.element().getModifiers().contains(Modifier.ABSTRACT);
    }

    private @Nullable Result at(RowMethod method, int level, Optional<AnnotationUse> rows, List<Integer> iterated) {
        boolean leftOut = rows.isPresent()
                && rows.get().number("value") == 0
                && !rows.get().has("from");
        if (leftOut) {
            return null;
        }
        if (iterated.size() + rows.stream().count() > 1) {
            Place place = rows.map(AnnotationUse::at)
                    .orElseGet(() -> per(method, level, iterated.get(1)).at());
            String what = rows.isPresent() ? "has @Rows and a parent with @Per" : "iterates two parents with @Per";
            reports.error(place, ProcessorError.TWO_COUNTS.message(method.name() + " " + what));
            return new Result(null, iterated.get(0), place);
        }
        if (rows.isPresent()) {
            return rows(method, rows.get());
        }
        int index = iterated.get(0);
        return per(method, per(method, level, index), index);
    }

    private static AnnotationUse per(RowMethod method, int level, int parent) {
        return AnnotationUse.find(method.parents().get(parent).chain().get(level), "Per")
                .orElseThrow();
    }

    private Result rows(RowMethod method, AnnotationUse rows) {
        long value = rows.number("value");
        String from = rows.text("from");
        if (!from.isEmpty()) {
            for (String size : SIZES) {
                if (rows.has(size)) {
                    return bad(rows.at(size), -1, method, "@Rows has " + size + " beside from");
                }
            }
            if (value < -1) {
                return bad(rows.at("value"), -1, method, "@Rows has " + value + " rows");
            }
            return new Result(new Count.Pool(from, value), -1, rows.at("value"));
        }
        if (value < 0) {
            String what = rows.has("value") ? "@Rows has " + value + " rows" : "@Rows says no number";
            return bad(rows.at("value"), -1, method, what);
        }
        for (String size : SIZES) {
            if (rows.has(size) && rows.number(size) < 0) {
                return bad(rows.at(size), -1, method, "@Rows has a " + size + " of " + rows.number(size));
            }
        }
        return new Result(new Count.Fixed(value, rows.number("small"), rows.number("large")), -1, rows.at("value"));
    }

    private Result per(RowMethod method, AnnotationUse per, int index) {
        long value = per.number("value");
        long min = per.number("min");
        long max = per.number("max");
        long total = per.number("total");
        if (per.has("density")) {
            return density(method, per, index);
        }
        for (String member : List.of("spread", "orphans")) {
            if (per.has(member)) {
                reports.error(
                        per.at(member), ProcessorError.BAD_DENSITY.message("@Per has " + member + " without density"));
                return new Result(null, index, per.at(member));
            }
        }
        if (per.has("value")) {
            if (per.has("min") || per.has("max") || per.has("total")) {
                return bad(per.at("value"), index, method, "@Per has an exact number beside min, max or total");
            } else if (value < 0) {
                return bad(per.at("value"), index, method, "@Per has " + value + " rows");
            }
            return new Result(new Count.PerParent(value, value, "UNIFORM", -1), index, per.at("value"));
        } else if (min < 0) {
            return bad(per.at("min"), index, method, "@Per has a min of " + min);
        } else if (!per.has("max")) {
            return bad(per.at(), index, method, "@Per says no max");
        } else if (max < 0) {
            return bad(per.at("max"), index, method, "@Per has a max of " + max);
        } else if (min > max) {
            reports.error(
                    per.at("max"),
                    ProcessorError.MIN_ABOVE_MAX.message("min (" + min + ") is greater than max (" + max + ")"));
            return new Result(null, index, per.at("max"));
        } else if (per.has("total") && total < 0) {
            return bad(per.at("total"), index, method, "@Per has a total of " + total);
        }
        return new Result(new Count.PerParent(min, max, per.constant("shape"), total), index, per.at("max"));
    }

    private Result density(RowMethod method, AnnotationUse per, int index) {
        double density = per.fraction("density");
        List<String> others = Stream.of("value", "min", "max", "shape", "total")
                .filter(per::has)
                .toList();
        String what = !(density > 0 && density <= 1)
                ? "@Per has a density of " + density
                : others.isEmpty() ? "" : "@Per has " + String.join(", ", others) + " beside density";
        Place place = per.at("density");
        if (!what.isEmpty()) {
            reports.error(place, ProcessorError.BAD_DENSITY.message(what + " on " + method.name()));
            return new Result(null, index, place);
        }
        return new Result(new Count.Pairs(density, per.constant("spread"), per.flag("orphans")), index, place);
    }

    /** Reports a link table whose other parent is not one that every row has. */
    void pairs(RowMethod method, Count count, Place place, List<Link> links) {
        if (!(count instanceof Count.Pairs) || links.size() < method.parents().size()) {
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

    private Result bad(Place place, int iterated, RowMethod method, String what) {
        reports.error(place, ProcessorError.BAD_COUNT.message(what + " on " + method.name()));
        return new Result(null, iterated, place);
    }
}
