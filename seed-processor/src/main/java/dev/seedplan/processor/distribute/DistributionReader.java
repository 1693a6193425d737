package dev.seedplan.processor.distribute;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.plan.Parameter;
import dev.seedplan.processor.plan.RowMethod;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.PlanReports;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the distribution that stands on a parent. */
public final class DistributionReader {

    private static final String SPAN = "[1-9]\\d{0,3} (days?|weeks?|months?|years?)";

    private final Types types;
    private final TypeElement plan;
    private final PlanReports reports;

    /** Reads for {@code plan}. */
    public DistributionReader(Types types, TypeElement plan, PlanReports reports) {
        this.types = types;
        this.plan = plan;
        this.reports = reports;
    }

    /**
     * {@return the distribution; null where the parent has none, or it is wrong, which has been reported}
     *
     * @param iterated whether the parent is iterated
     * @param asset the type of the assets the method's rows come from; null where they come from no pool
     */
    public @Nullable Distributed of(Parameter.Parent parent, boolean iterated, @Nullable TypeMirror asset) {
        AnnotationUse use = RowMethod.inherited(parent.chain(), "Distribute").orElse(null);
        List<AnnotationUse> quotas = RowMethod.allInherited(parent.chain(), "Quota");
        List<AnnotationUse> restricts = RowMethod.allInherited(parent.chain(), "Restrict");
        if (use == null) {
            Stream.concat(quotas.stream(), restricts.stream())
                    .findFirst()
                    .ifPresent(rule -> bad(rule, null, "a rule of a distribution stands where there is none"));
            return null;
        }
        if (asset == null) {
            bad(use, null, "the rows of the method come from no pool");
            return null;
        }
        Questions questions =
                new Questions(types, plan, reports, parent.element().asType(), asset);
        List<Distributed.Share> shares = new ArrayList<>();
        quotas.forEach(quota -> shares.add(share(quota, questions)));
        List<Distributed.Restriction> restrictions = new ArrayList<>();
        restricts.forEach(restrict -> restrictions.add(restriction(restrict, questions)));
        int weight = questions.weight(use);
        int allows = questions.method(use, "allows", Question.Kind.PAIR);
        String strategy = use.constant("strategy");
        if (!bounds(use, strategy) || !agrees(use, parent, iterated)) {
            return null;
        }
        return new Distributed(
                strategy,
                rule(use, "min"),
                rule(use, "max"),
                rule(use, "total"),
                use.number("perAsset"),
                use.constant("tooFew").equals("MAKE"),
                use.flag("strict"),
                weight,
                allows,
                shares,
                restrictions,
                questions.asked());
    }

    private boolean agrees(AnnotationUse use, Parameter.Parent parent, boolean iterated) {
        String other = Stream.of("Pick", "Tree")
                .filter(name -> RowMethod.inherited(parent.chain(), name).isPresent())
                .findFirst()
                .orElse(iterated ? "Per" : "");
        if (!other.isEmpty()) {
            reports.error(use.at(), ProcessorError.ROLES.message("@Distribute stands beside @" + other));
            return false;
        }
        AnnotationUse via = RowMethod.inherited(parent.chain(), "Via").orElse(null);
        if (via != null && via.fraction("nulls") > 0) {
            reports.error(
                    via.at("nulls"),
                    ProcessorError.NULLS.message("a parent that content is distributed over is never NULL"));
            return false;
        }
        return true;
    }

    private static Distributed.Rule rule(AnnotationUse use, String name) {
        return new Distributed.Rule(use.number(name), use.number(name + "Priority"));
    }

    private boolean bounds(AnnotationUse use, String strategy) {
        long min = use.number("min");
        long max = use.number("max");
        if (min < 0) {
            return bad(use, "min", "min is " + min);
        } else if (use.has("max") && max < 0) {
            return bad(use, "max", "max is " + max);
        } else if (use.has("total") && use.number("total") < 0) {
            return bad(use, "total", "total is " + use.number("total"));
        } else if (use.number("perAsset") < 1) {
            return bad(use, "perAsset", "perAsset is " + use.number("perAsset"));
        } else if (use.has("max") && min > max) {
            reports.error(
                    use.at("max"),
                    ProcessorError.MIN_ABOVE_MAX.message("min (" + min + ") is greater than max (" + max + ")"));
            return false;
        } else if (strategy.equals("ONE_TO_ONE") && min > 1) {
            return bad(use, "min", "min is " + min + ", but ONE_TO_ONE gives each target one at most");
        } else if (use.has("weight") && !strategy.equals("WEIGHTED_RANDOM")) {
            return bad(use, "weight", "there is a weight, but the strategy is " + strategy);
        }
        return true;
    }

    private Distributed.Share share(AnnotationUse quota, Questions questions) {
        List<String> is = quota.texts("is");
        String within = quota.text("within");
        String field = quota.text("field");
        String where = quota.text("where");
        long kinds = Stream.of(!is.isEmpty(), !within.isEmpty(), !where.isEmpty())
                .filter(there -> there)
                .count();
        int question = -1;
        if (kinds != 1 || where.isEmpty() == field.isEmpty()) {
            bad(quota, null, "a @Quota says its kind by field and is, by field and within, or by where");
        } else if (!within.isEmpty() && !within.matches(SPAN)) {
            bad(quota, "within", "within is \"" + within + "\", it must be like \"6 months\"");
        } else {
            question = where.isEmpty() ? questions.field(quota) : questions.method(quota, "where", Question.Kind.ASSET);
        }
        double min = quota.fraction("min");
        double max = quota.fraction("max");
        if (!(min >= 0 && min <= 1)) {
            reports.error(quota.at("min"), ProcessorError.BAD_SHARE.message("min is " + min));
        } else if (!(max >= 0 && max <= 1)) {
            reports.error(quota.at("max"), ProcessorError.BAD_SHARE.message("max is " + max));
        } else if (min > max) {
            reports.error(
                    quota.at("max"),
                    ProcessorError.MIN_ABOVE_MAX.message("min (" + min + ") is greater than max (" + max + ")"));
        }
        String name = where.isEmpty()
                ? field + " " + (within.isEmpty() ? String.join(" or ", is) : "within " + within)
                : where;
        return new Distributed.Share(name, question, is, within, min, max, quota.number("priority"));
    }

    private Distributed.Restriction restriction(AnnotationUse restrict, Questions questions) {
        List<String> required = restrict.texts("required");
        List<String> any = restrict.texts("any");
        List<String> excluded = restrict.texts("excluded");
        if (required.isEmpty() && any.isEmpty() && excluded.isEmpty()) {
            bad(restrict, null, "a @Restrict names no value");
        }
        int targets = questions.method(restrict, "targets", Question.Kind.TARGET);
        return new Distributed.Restriction(targets, questions.field(restrict), required, any, excluded);
    }

    private boolean bad(AnnotationUse use, @Nullable String member, String what) {
        reports.error(member == null ? use.at() : use.at(member), ProcessorError.BAD_DISTRIBUTION.message(what));
        return false;
    }
}
