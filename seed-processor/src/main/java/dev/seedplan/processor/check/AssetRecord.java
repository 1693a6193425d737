package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.schema.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What can be said about an asset's record before a file is read: whether any file could fill it. */
final class AssetRecord {

    /** The names with {@code $} that seed-content knows. */
    private static final Set<String> FACTS = Set.of(
            "$content",
            "$excerpt",
            "$extension",
            "$filename",
            "$filepath",
            "$filesize",
            "$headings",
            "$html",
            "$id",
            "$isvalid",
            "$lastmodified",
            "$mime",
            "$mimetype",
            "$modified",
            "$path",
            "$size",
            "$text",
            "$type",
            "$words");

    /** The classes a single value can be; enums and primitives besides. */
    private static final Set<String> SCALARS = Set.of(
            "java.lang.Boolean",
            "java.lang.Double",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.util.UUID");

    private final Types types;
    private final PlanReports reports;
    private final VariableElement pool;
    private final Set<String> seen = new HashSet<>();

    /** Makes the check of a pool, which is where messages stand. */
    AssetRecord(Types types, VariableElement pool, PlanReports reports) {
        this.pool = pool;
        this.types = types;
        this.reports = reports;
    }

    /** Checks the pool's record, if its assets are one, and those within it; each once. */
    void check(@Nullable TypeMirror asset) {
        TypeElement type = element(asset);
        if (type == null
                || type.getKind() != ElementKind.RECORD
                || !seen.add(type.getQualifiedName().toString())) {
            return;
        }
        RecordComponentElement body = null;
        for (RecordComponentElement part : type.getRecordComponents()) {
            boolean isBody = AnnotationUse.find(part, "Body").isPresent();
            if (isBody && body != null) {
                error("record " + type.getSimpleName() + " has more than one @Body");
            } else if (isBody && !isString(part.asType())) {
                error(name(part) + " is @Body, and is no String");
            } else if (!isBody) {
                component(part);
            }
            body = isBody ? part : body;
        }
    }

    private void component(RecordComponentElement part) {
        AnnotationUse.find(part, "Named")
                .filter(named -> named.text("value").startsWith("$") && !FACTS.contains(named.text("value")))
                .ifPresent(named -> error("there is no fact \"" + named.text("value") + "\" about a file; "
                        + Suggestions.of(named.text("value"), FACTS)));
        if (AnnotationUse.find(part, "Required").isPresent()) {
            AnnotationUse.find(part, "Default")
                    .ifPresent(otherwise -> error(name(part) + " is @Required, so its @Default says nothing"));
        }
        AnnotationUse converted = AnnotationUse.find(part, "ConvertedBy").orElse(null);
        if (converted != null) {
            converter(part, converted);
        } else if (!taken(part.asType())) {
            error(name(part) + " is of type " + part.asType() + ", which no value of a file can be; a class of"
                    + " yours can make it with @ConvertedBy");
        }
    }

    private void converter(RecordComponentElement part, AnnotationUse converted) {
        TypeMirror made = made(converted);
        TypeMirror wanted = part.asType() instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : part.asType();
        if (made != null && !types.isAssignable(made, types.erasure(wanted))) {
            error(name(part) + " is of type " + part.asType() + ", the converter makes " + made);
        }
    }

    /** What the converter's function gives; null where that cannot be said. */
    private @Nullable TypeMirror made(AnnotationUse converted) {
        for (AnnotationValue value : converted.mirror().getElementValues().values()) {
            if (value.getValue() instanceof TypeMirror converter) {
                return result(converter);
            }
        }
        return null;
    }

    private @Nullable TypeMirror result(TypeMirror type) {
        TypeElement element = element(type);
        if (element != null
                && element.getQualifiedName().contentEquals("java.util.function.Function")
                && type instanceof DeclaredType function) {
            List<? extends TypeMirror> arguments = function.getTypeArguments();
            return arguments.size() == 2 && arguments.get(1).getKind() == TypeKind.DECLARED ? arguments.get(1) : null;
        }
        for (TypeMirror parent : types.directSupertypes(type)) {
            TypeMirror result = result(parent);
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    private boolean taken(TypeMirror type) {
        TypeElement element = element(type);
        if (element == null) {
            // Arrays, bytes and characters are not; what does not compile is javac's to say.
            return switch (type.getKind()) {
                case BOOLEAN, INT, LONG, DOUBLE, ERROR -> true;
                default -> false;
            };
        }
        String name = element.getQualifiedName().toString();
        if (SCALARS.contains(name) || element.getKind() == ElementKind.ENUM) {
            return true;
        }
        if (element.getKind() == ElementKind.RECORD) {
            check(type);
            return true;
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        return switch (name) {
            case "java.util.List" ->
                arguments.size() == 1 && element(arguments.get(0)) != null && isItem(arguments.get(0));
            case "java.util.Map" -> arguments.size() == 2 && isString(arguments.get(0)) && isString(arguments.get(1));
            default -> type.getKind() == TypeKind.ERROR;
        };
    }

    private boolean isItem(TypeMirror item) {
        TypeElement element = element(item);
        return element != null && element.getTypeParameters().isEmpty() && taken(item);
    }

    private static @Nullable TypeElement element(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    private static boolean isString(TypeMirror type) {
        TypeElement element = element(type);
        return element != null && element.getQualifiedName().contentEquals("java.lang.String");
    }

    private static String name(RecordComponentElement part) {
        Element owner = part.getEnclosingElement();
        return "component " + part.getSimpleName() + " of record " + (owner == null ? "" : owner.getSimpleName());
    }

    private void error(String what) {
        // At the pool: no compiler knows the place of a component's annotation, and ECJ none of a record.
        reports.error(Place.of(pool), ProcessorError.ASSET_RECORD.message(what));
    }
}
