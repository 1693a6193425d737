package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.plan.Ancestors;
import dev.seedplan.processor.plan.Parameter;
import dev.seedplan.processor.plan.RowMethod;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.schema.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The pools of a plan: fields of type Assets, its own and inherited ones; and the parameters that take their assets. */
final class Pools {

    private final Elements elements;
    private final Types types;
    private final TypeElement plan;
    private final PlanReports reports;
    private final Map<String, VariableElement> fields = new TreeMap<>();

    Pools(Elements elements, Types types, TypeElement plan, PlanReports reports) {
        this.elements = elements;
        this.types = types;
        this.plan = plan;
        this.reports = reports;
        for (TypeElement type : Ancestors.of(plan)) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (isAssets(field.asType())) {
                    fields.putIfAbsent(field.getSimpleName().toString(), field);
                }
            }
        }
    }

    /** Checks the records that the pools' assets are. */
    void checkRecords() {
        fields.values().forEach(field -> new AssetRecord(types, field, reports).check(argument(field.asType())));
    }

    /** {@return the names of the fields that a program can read, sorted} */
    List<String> readable() {
        return fields.entrySet().stream()
                .filter(entry -> accessible(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@return the types of the assets of the pools that a program can read, by the names of their fields} */
    Map<String, TypeMirror> assets() {
        Map<String, TypeMirror> assets = new TreeMap<>();
        fields.forEach((name, field) -> {
            TypeMirror asset = argument(field.asType());
            if (asset != null && accessible(field)) {
                assets.put(name, asset);
            }
        });
        return assets;
    }

    /** Checks the pool that a method takes its rows from, and the parameter that takes the assets. */
    void check(RowMethod method, @Nullable Count count, boolean iterates) {
        Count.Pool pool = count instanceof Count.Pool named ? named : null;
        VariableElement field = null;
        if (pool != null) {
            AnnotationUse rows = RowMethod.inherited(method.chain(), "Rows").orElseThrow();
            field = field(pool.field(), rows.at("from"));
        }
        // Where the number is wrong, a pool may have been meant.
        boolean takesOne = pool != null || (count == null && !iterates);
        for (Parameter parameter : method.parameters()) {
            if (parameter instanceof Parameter.Other other) {
                if (!takesOne) {
                    reports.error(
                            Place.of(other.element()),
                            ProcessorError.UNKNOWN_PARAMETER.message(method.name() + " has a parameter of type "
                                    + other.type() + ", which nothing can be passed for"));
                } else if (field != null) {
                    asset(other, field);
                }
                takesOne = false;
            }
        }
    }

    /** {@return the type of the assets that rows come from; null where they come from no pool of the plan} */
    @Nullable
    TypeMirror assetOf(@Nullable Count count) {
        VariableElement field = count instanceof Count.Pool pool ? fields.get(pool.field()) : null;
        return field == null ? null : argument(field.asType());
    }

    private @Nullable VariableElement field(String name, Place place) {
        VariableElement field = fields.get(name);
        if (field == null) {
            reports.error(
                    place,
                    ProcessorError.UNKNOWN_POOL.message("the plan has no field \"" + name + "\" of type Assets; "
                            + Suggestions.of(name, fields.keySet())));
            return null;
        }
        if (!accessible(field)) {
            reports.error(
                    place,
                    ProcessorError.POOL_ACCESS.message("the field " + name + " of " + field.getEnclosingElement()
                            + " is out of the program's reach"));
            return null;
        }
        return field;
    }

    private void asset(Parameter.Other parameter, VariableElement field) {
        TypeMirror asset = argument(field.asType());
        if (asset != null && !types.isAssignable(asset, parameter.type())) {
            reports.error(
                    Place.of(parameter.element()),
                    ProcessorError.ASSET_TYPE.message("the assets of " + field.getSimpleName() + " are of type " + asset
                            + ", the parameter is of type " + parameter.type()));
            return;
        }
        TypeElement type =
                parameter.type() instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                        ? element
                        : null;
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                reports.error(
                        Place.of(parameter.element()),
                        ProcessorError.POOL_ACCESS.message("the type " + type + " is private"));
                return;
            }
        }
    }

    private boolean accessible(VariableElement field) {
        if (field.getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        return field.getModifiers().contains(Modifier.PUBLIC)
                || field.getModifiers().contains(Modifier.PROTECTED)
                || elements.getPackageOf(field).equals(elements.getPackageOf(plan));
    }

    private static boolean isAssets(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(AnnotationUse.DSL + "Assets");
    }

    private static @Nullable TypeMirror argument(TypeMirror assets) {
        List<? extends TypeMirror> arguments =
                assets instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        if (arguments.size() != 1) {
            return null;
        }
        TypeMirror argument = arguments.get(0);
        return argument instanceof WildcardType wildcard ? wildcard.getExtendsBound() : argument;
    }
}
