package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.schema.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The fields of an asset: the components of its record, or what is asked for by name. */
final class AssetFields {

    /** What a path may begin with to say where the field is. */
    private static final Set<String> ROOTS = Set.of("frontmatter", "json", "csv", "yaml", "asset");

    private final @Nullable TypeElement type;
    private final Lines lines;

    /** Makes those of an asset's type; null for a method without a pool. */
    AssetFields(@Nullable TypeMirror type, Lines lines) {
        this.type = Lines.element(type);
        this.lines = lines;
    }

    boolean isRecord() {
        return type != null && type.getKind() == ElementKind.RECORD;
    }

    boolean isImage() {
        return is("Image");
    }

    boolean hasText() {
        return isRecord() ? bodyOf() != null : is("Markdown") || is("Asset");
    }

    String said() {
        return (isRecord() ? "record " : "") + (type == null ? "the asset" : type.getSimpleName());
    }

    private boolean is(String name) {
        return type != null && type.getQualifiedName().contentEquals(AnnotationUse.DSL + name);
    }

    /**
     * {@return the field that a path leads to}
     *
     * @param asset the asset in Java
     * @param wantsList whether a list is wanted
     * @throws Problem if there is none
     */
    Code at(List<Expression.Name> path, CodeBlock asset, boolean wantsList) {
        if (type == null) {
            throw new Problem(
                    ProcessorError.MAPPING_FIELD,
                    path.get(0).position(),
                    "the method takes its rows from no pool, so there is no field " + Expression.Name.text(path)
                            + "; texts stand in quotes");
        }
        if (isRecord()) {
            return component(type, rooted(type, path), asset, true);
        }
        boolean root = path.size() > 1 && ROOTS.contains(path.get(0).text());
        String field = Expression.Name.text(root ? path.subList(1, path.size()) : path);
        if (is("Markdown") && !root && field.equals("body")) {
            return Code.of(Shape.TEXT, false, CodeBlock.of("$L.body()", asset));
        }
        if (wantsList && !is("CsvRow")) {
            return Code.field(Shape.listOf(Shape.TEXT), field, CodeBlock.of("$L.list($S)", asset, field));
        }
        if (is("CsvRow") || is("Asset") || is("Markdown") || isImage()) {
            return Code.field(Shape.TEXT, field, CodeBlock.of("$L.text($S)", asset, field));
        }
        throw new Problem(
                ProcessorError.MAPPING_FIELD,
                path.get(0).position(),
                type + " is neither a record nor one of the types of assets, so that it has no fields");
    }

    /** A record may have a component of the root's name. */
    private static List<Expression.Name> rooted(TypeElement record, List<Expression.Name> path) {
        boolean root = path.size() > 1
                && ROOTS.contains(path.get(0).text())
                && find(record, path.get(0).text()) == null;
        return root ? path.subList(1, path.size()) : path;
    }

    private Code component(TypeElement record, List<Expression.Name> path, CodeBlock owner, boolean outermost) {
        Expression.Name first = path.get(0);
        // A component may be named by the whole of the path in the file.
        RecordComponentElement part = find(record, Expression.Name.text(path));
        int taken = part == null ? 1 : path.size();
        part = part == null ? find(record, first.text()) : part;
        if (part == null && outermost && first.text().equals("body")) {
            part = bodyOf();
        }
        if (part == null) {
            TreeSet<String> names = new TreeSet<>();
            record.getRecordComponents()
                    .forEach(c -> names.add(c.getSimpleName().toString()));
            throw new Problem(
                    ProcessorError.MAPPING_FIELD,
                    first.position(),
                    "record " + record.getSimpleName() + " has no component \"" + first.text() + "\"; "
                            + Suggestions.of(first.text(), names));
        }
        String name = part.getSimpleName().toString();
        CodeBlock java = CodeBlock.of("$L.$N()", owner, name);
        boolean primitive = part.asType().getKind().isPrimitive();
        Shape shape = Shapes.of(part.asType());
        Code code = new Code(java, shape, !primitive, name, null);
        return taken == path.size() ? code : within(code, part.asType(), path.subList(1, path.size()));
    }

    private Code within(Code outer, TypeMirror type, List<Expression.Name> rest) {
        String variable = lines.variable();
        TypeElement element = Lines.element(type);
        Code inner;
        if (element != null && element.getKind() == ElementKind.RECORD) {
            inner = component(element, rest, CodeBlock.of("$N", variable), false);
        } else if (outer.shape().is(Shape.Kind.MAP)) {
            String key = Expression.Name.text(rest);
            inner = Code.field(Shape.TEXT, key, CodeBlock.of("$N.get($S)", variable, key));
        } else {
            throw new Problem(
                    ProcessorError.MAPPING_FIELD,
                    rest.get(0).position(),
                    outer.field() + " is " + outer.shape().said() + ", which has no fields");
        }
        CodeBlock java = CodeBlock.of(
                "$T.<$T, $T>with($L, $N -> $L)",
                Lines.EXPRESSIONS,
                outer.shape().type(),
                inner.shape().type(),
                outer.java(),
                variable,
                inner.java());
        return Code.field(inner.shape(), outer.field() + "." + inner.field(), java);
    }

    private @Nullable RecordComponentElement bodyOf() {
        return type == null
                ? null
                : type.getRecordComponents().stream()
                        .filter(part -> AnnotationUse.find(part, "Body").isPresent())
                        .findFirst()
                        .orElse(null);
    }

    /** A component by its own name, the name its field has in the file, or either written otherwise. */
    private static @Nullable RecordComponentElement find(TypeElement record, String name) {
        for (RecordComponentElement part : record.getRecordComponents()) {
            String named = AnnotationUse.find(part, "Named")
                    .map(use -> use.text("value"))
                    .orElse("");
            if (part.getSimpleName().contentEquals(name) || named.equals(name)) {
                return part;
            }
        }
        for (RecordComponentElement part : record.getRecordComponents()) {
            if (bare(part.getSimpleName().toString()).equals(bare(name))) {
                return part;
            }
        }
        return null;
    }

    private static String bare(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
