package dev.seedplan.processor.plan;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.Schemas;
import dev.seedplan.schema.Suggestions;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads a plan whose types all exist. */
public final class PlanReader {

    private final Elements elements;
    private final Types types;
    private final Schemas schemas;
    private final TypeElement plan;
    private final PlanReports reports;
    private @Nullable SchemaPackage schema;
    private boolean unusable;

    /** Reads {@code plan}. */
    public PlanReader(Elements elements, Types types, Schemas schemas, TypeElement plan, PlanReports reports) {
        this.elements = elements;
        this.types = types;
        this.schemas = schemas;
        this.plan = plan;
        this.reports = reports;
    }

    /** {@return the plan; empty where its schema cannot be used, which has been reported} */
    public Optional<PlanModel> read() {
        List<RowMethod> methods = new ArrayList<>();
        for (List<ExecutableElement> chain : chains()) {
            RowMethod method = rowMethod(chain);
            if (method != null && isRowMethod(method)) {
                methods.add(method);
            }
        }
        AnnotationUse annotation = AnnotationUse.find(plan, "SeedPlan").orElseThrow();
        return unusable ? Optional.empty() : Optional.of(new PlanModel(plan, annotation, schema, methods));
    }

    /** Methods with those they override, most specific first; in the order in which the farthest ancestor declares them. */
    private List<List<ExecutableElement>> chains() {
        List<TypeElement> ancestors = Ancestors.of(plan);
        List<List<ExecutableElement>> chains = new ArrayList<>();
        for (TypeElement type : ancestors) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                chains.stream()
                        .filter(chain -> elements.overrides(chain.get(0), method, plan))
                        .findFirst()
                        .orElseGet(() -> {
                            List<ExecutableElement> chain = new ArrayList<>();
                            chains.add(chain);
                            return chain;
                        })
                        .add(method);
            }
        }
        List<List<ExecutableElement>> ordered = new ArrayList<>();
        Collections.reverse(ancestors);
        for (TypeElement type : ancestors) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                chains.stream()
                        .filter(chain -> chain.get(chain.size() - 1).equals(method))
                        .forEach(ordered::add);
            }
        }
        return ordered;
    }

    private @Nullable RowMethod rowMethod(List<ExecutableElement> chain) {
        ExecutableElement method = chain.get(0);
        chain.forEach(reports::owns);
        List<TypeMirror> parameterTypes = parameterTypes(method);
        if (parameterTypes.isEmpty()) {
            return null;
        }
        Row row = row(parameterTypes.get(0), method.getParameters().get(0), AnnotationUse.any(method));
        Table table = row.table();
        if (table == null && !row.lost()) {
            return null;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 1; i < parameterTypes.size(); i++) {
            parameters.add(parameter(chain, i, parameterTypes.get(i)));
        }
        return table == null ? null : new RowMethod(chain, table, parameters);
    }

    /** A static, private or value-returning method without annotations is a helper, whatever its parameters. */
    private static boolean isRowMethod(RowMethod method) {
        ExecutableElement element = method.element();
        boolean callable = !element.getModifiers().contains(Modifier.STATIC)
                && !element.getModifiers().contains(Modifier.PRIVATE)
                && element.getReturnType().getKind() == TypeKind.VOID
                && method.parameters().stream().noneMatch(Parameter.Other.class::isInstance);
        return callable || method.annotated();
    }

    private List<TypeMirror> parameterTypes(ExecutableElement method) {
        boolean generic = method.getEnclosingElement() instanceof TypeElement owner
                && !owner.getTypeParameters().isEmpty()
                && !owner.equals(plan);
        if (generic
                && plan.asType() instanceof DeclaredType declared
                && types.asMemberOf(declared, method) instanceof ExecutableType member) {
            return new ArrayList<>(member.getParameterTypes());
        }
        return method.getParameters().stream().map(VariableElement::asType).toList();
    }

    private Parameter parameter(List<ExecutableElement> methods, int index, TypeMirror type) {
        List<VariableElement> chain = new ArrayList<>();
        methods.forEach(method -> chain.add(method.getParameters().get(index)));
        TypeElement element = Ancestors.element(type);
        if (element != null && element.getQualifiedName().contentEquals(AnnotationUse.DSL + "Draw")) {
            return new Parameter.Draws(chain);
        }
        Row row = row(type, chain.get(0), true);
        Table table = row.table();
        if (table != null) {
            return new Parameter.Parent(chain, table);
        }
        return row.lost() ? new Parameter.Lost(chain, Unresolved.nameOf(type)) : new Parameter.Other(chain, type);
    }

    /** What a type is among the row classes: a table's; that of a table that is gone, which has been said; or none. */
    private record Row(@Nullable Table table, boolean lost) {
        static final Row NONE = new Row(null, false);
        static final Row LOST = new Row(null, true);
    }

    /** The table of a row class; notes the schema, and reports a class that a former snapshot left behind. */
    private Row row(TypeMirror type, VariableElement parameter, boolean certain) {
        if (type.getKind() == TypeKind.ERROR) {
            // In the last round; the compiler says so itself.
            return Row.LOST;
        }
        TypeElement element = Ancestors.element(type);
        if (element == null || element.getNestingKind() != NestingKind.TOP_LEVEL) {
            return Row.NONE;
        }
        PackageElement packageElement = elements.getPackageOf(element);
        if (!Schemas.isSchema(packageElement)) {
            return Row.NONE;
        }
        Optional<SchemaPackage> found = schemas.of(packageElement, plan);
        if (found.isEmpty()) {
            unusable = true;
            return Row.LOST;
        }
        String name = element.getSimpleName().toString();
        Optional<Table> table = found.get().tableOf(name);
        if (table.isPresent()) {
            return isOfTheSchema(found.get(), parameter) ? new Row(table.get(), false) : Row.LOST;
        } else if (certain && name.endsWith("Row")) {
            reports.error(
                    Place.of(parameter),
                    ProcessorError.UNKNOWN_ROW_CLASS.message(
                            "the snapshot of " + found.get().name()
                                    + " has no table for " + name + ", whose class is left over; "
                                    + Suggestions.of(name, found.get().rowClasses())));
            return Row.LOST;
        }
        return Row.NONE;
    }

    private boolean isOfTheSchema(SchemaPackage found, VariableElement parameter) {
        SchemaPackage before = schema;
        if (before == null || before == found) {
            schema = found;
            return true;
        }
        reports.error(
                Place.of(parameter),
                ProcessorError.MIXED_SCHEMAS.message(
                        "this row class is from " + found.name() + ", others of the plan are from " + before.name()));
        return false;
    }
}
