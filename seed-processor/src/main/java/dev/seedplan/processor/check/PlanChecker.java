package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.distribute.DistributionReader;
import dev.seedplan.processor.mapping.Mappings;
import dev.seedplan.processor.plan.PlanModel;
import dev.seedplan.processor.plan.RowMethod;
import dev.seedplan.processor.plan.Unresolved;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Holds a plan against its schema: all rules, in an order in which one mistake is said once. */
public final class PlanChecker {

    private final Elements elements;
    private final Types types;
    private final PlanModel plan;
    private final PlanReports reports;

    /** Checks {@code plan}. */
    public PlanChecker(Elements elements, Types types, PlanModel plan, PlanReports reports) {
        this.elements = elements;
        this.types = types;
        this.plan = plan;
        this.reports = reports;
    }

    /** {@return the plan with everything resolved; empty for a template, and after an error} */
    public Optional<CheckedPlan> check() {
        new ClassRules(elements, types, plan.type(), reports).check(plan);
        SchemaPackage schema = plan.schema();
        if (schema == null) {
            if (!plan.template() && !reports.failed() && !Unresolved.any(plan.type())) {
                reports.error(
                        Place.of(plan.type()),
                        ProcessorError.EMPTY_PLAN.message(plan.type().getSimpleName() + " fills no table"));
            }
            return Optional.empty();
        }
        Pools pools = new Pools(elements, types, plan.type(), reports);
        pools.checkRecords();
        List<Step> steps = steps(schema, pools);
        sameNames(steps);
        if (plan.template()) {
            return Optional.empty();
        }
        List<Step> sorted = new StepOrder(schema, reports).sort(steps);
        return reports.failed() ? Optional.empty() : Optional.of(checked(schema, sorted, pools));
    }

    private List<Step> steps(SchemaPackage schema, Pools pools) {
        Counts counts = new Counts(reports);
        Parents parents = new Parents(schema, reports, new DistributionReader(types, plan.type(), reports));
        Capacity capacity = new Capacity(schema, reports);
        Fillable fillable = new Fillable(schema, reports);
        Mappings mappings = new Mappings(schema, elements, types, plan.type(), pools.assets(), reports);
        List<Step> steps = new ArrayList<>();
        for (RowMethod method : plan.methods()) {
            Counts.Result result = counts.of(method);
            if (result == null) {
                continue;
            }
            List<Link> links = parents.of(method, result.iterated(), pools.assetOf(result.count()));
            Count count = result.count();
            if (count != null || !Counts.isAbstract(method)) {
                fillable.check(method);
                pools.check(method, count, result.iterated() != null);
            }
            if (count != null) {
                counts.pairs(method, count, result.place(), links);
                capacity.check(method, count, result.place(), links);
                steps.add(new Step(
                        method,
                        count,
                        links,
                        parents.own(method),
                        mappings.of(method, count instanceof Count.Pool pool ? pool.field() : null)
                                .orElse(null),
                        scripts(method.chain(), "SqlBefore"),
                        scripts(method.chain(), "SqlAfter")));
            }
        }
        return steps;
    }

    private void sameNames(List<Step> steps) {
        Set<String> seen = new HashSet<>();
        for (Step step : steps) {
            RowMethod method = step.method();
            if (!seen.add(method.name() + " " + method.table().name())) {
                reports.error(
                        Place.of(method.element()),
                        ProcessorError.SAME_NAME.message("two row methods called " + method.name() + " fill "
                                + method.table().name()));
            }
        }
    }

    private CheckedPlan checked(SchemaPackage schema, List<Step> steps, Pools pools) {
        AnnotationUse annotation = plan.annotation();
        Set<Table> tables = new TreeSet<>(Comparator.comparing(Table::name));
        for (Step step : steps) {
            tables.add(step.method().table());
            step.links().forEach(link -> tables.add(link.parent()));
        }
        List<TypeElement> chain = List.of(plan.type());
        return new CheckedPlan(
                plan.type(),
                schema,
                annotation.number("seed"),
                annotation.text("at"),
                annotation.text("locale"),
                steps,
                List.copyOf(tables),
                pools.readable(),
                scripts(chain, "SqlBefore"),
                scripts(chain, "SqlAfter"));
    }

    private static List<String> scripts(List<? extends Element> chain, String annotation) {
        return RowMethod.inherited(chain, annotation).map(use -> use.text("value")).stream()
                .toList();
    }
}
