package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of {@code @Rows} and {@code @Per}; whatever is wrong with one is said, not the first alone. */
final class Numbers {

    private static final List<String> SIZES = List.of("small", "large");

    private final String method;
    private final PlanReports reports;
    private boolean wrong;

    Numbers(String method, PlanReports reports) {
        this.method = method;
        this.reports = reports;
    }

    /**
     * What an annotation says.
     *
     * @param count the number; null where it is wrong, which has been reported
     * @param place where a greatest number is written
     */
    record Result(@Nullable Count count, Place place) {}

    Result rows(AnnotationUse rows) {
        wrong = false;
        long value = rows.number("value");
        String from = rows.text("from");
        boolean pool = !from.isEmpty();
        for (String size : SIZES) {
            bad(pool && rows.has(size), rows.at(size), "@Rows has " + size + " beside from");
            bad(
                    !pool && rows.has(size) && rows.number(size) < 0,
                    rows.at(size),
                    "@Rows has a " + size + " of " + rows.number(size));
        }
        boolean none = !pool && !rows.has("value");
        bad(none, rows.at(), "@Rows says no number");
        bad(!none && value < (pool ? -1 : 0), rows.at("value"), "@Rows has " + value + " rows");
        return result(
                pool ? new Count.Pool(from, value) : new Count.Fixed(value, rows.number("small"), rows.number("large")),
                rows.at("value"));
    }

    Result per(AnnotationUse per) {
        wrong = false;
        if (per.has("density")) {
            return density(per);
        }
        for (String member : List.of("spread", "orphans")) {
            error(
                    per.has(member),
                    per.at(member),
                    ProcessorError.BAD_DENSITY,
                    "@Per has " + member + " without density on " + method);
        }
        long value = per.number("value");
        long min = per.number("min");
        long max = per.number("max");
        long total = per.number("total");
        bad(per.has("min") && min < 0, per.at("min"), "@Per has a min of " + min);
        bad(per.has("max") && max < 0, per.at("max"), "@Per has a max of " + max);
        bad(per.has("total") && total < 0, per.at("total"), "@Per has a total of " + total);
        error(
                min >= 0 && max >= 0 && min > max,
                per.at("max"),
                ProcessorError.MIN_ABOVE_MAX,
                "min (" + min + ") is greater than max (" + max + ")");
        if (per.has("value")) {
            boolean others = per.has("min") || per.has("max") || per.has("total");
            bad(others, per.at("value"), "@Per has an exact number beside min, max or total");
            bad(value < 0, per.at("value"), "@Per has " + value + " rows");
            return result(new Count.PerParent(value, value, "UNIFORM", -1), per.at("value"));
        }
        bad(!per.has("max"), per.at(), "@Per says no max");
        return result(new Count.PerParent(min, max, per.constant("shape"), total), per.at("max"));
    }

    private Result density(AnnotationUse per) {
        double density = per.fraction("density");
        Place place = per.at("density");
        List<String> others = Stream.of("value", "min", "max", "shape", "total")
                .filter(per::has)
                .toList();
        error(
                !(density > 0 && density <= 1),
                place,
                ProcessorError.BAD_DENSITY,
                "@Per has a density of " + density + " on " + method);
        error(
                !others.isEmpty(),
                place,
                ProcessorError.BAD_DENSITY,
                "@Per has " + String.join(", ", others) + " beside density on " + method);
        return result(new Count.Pairs(density, per.constant("spread"), per.flag("orphans")), place);
    }

    private void bad(boolean is, Place place, String what) {
        error(is, place, ProcessorError.BAD_COUNT, what + " on " + method);
    }

    private void error(boolean is, Place place, ProcessorError error, String what) {
        if (is) {
            wrong = true;
            reports.error(place, error.message(what));
        }
    }

    private Result result(Count count, Place place) {
        return new Result(wrong ? null : count, place);
    }
}
