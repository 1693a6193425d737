package dev.seedplan.processor.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.seedplan.processor.schema.ColumnType;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.SqlKind;
import dev.seedplan.schema.QName;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The shapes of Java types and of columns. */
final class Shapes {

    private static final Map<String, Shape.Kind> BY_NAME = Map.ofEntries(
            Map.entry("java.lang.String", Shape.Kind.TEXT),
            Map.entry("java.lang.CharSequence", Shape.Kind.TEXT),
            Map.entry("java.lang.Integer", Shape.Kind.INTEGER),
            Map.entry("java.lang.Short", Shape.Kind.INTEGER),
            Map.entry("java.lang.Long", Shape.Kind.LONG),
            Map.entry("java.lang.Double", Shape.Kind.DOUBLE),
            Map.entry("java.math.BigDecimal", Shape.Kind.DECIMAL),
            Map.entry("java.lang.Boolean", Shape.Kind.BOOLEAN),
            Map.entry("java.time.LocalDate", Shape.Kind.DATE),
            Map.entry("java.time.LocalTime", Shape.Kind.TIME),
            Map.entry("java.time.LocalDateTime", Shape.Kind.DATE_TIME),
            Map.entry("java.time.Instant", Shape.Kind.INSTANT),
            Map.entry("java.time.Duration", Shape.Kind.DURATION),
            Map.entry("java.util.UUID", Shape.Kind.UUID),
            Map.entry("java.util.Map", Shape.Kind.MAP),
            Map.entry("java.lang.Object", Shape.Kind.ANY));

    private Shapes() {}

    /** {@return the shape of a Java type} */
    static Shape of(TypeMirror type) {
        return switch (type.getKind()) {
            case INT, SHORT -> Shape.INTEGER;
            case LONG -> Shape.LONG;
            case DOUBLE -> Shape.of(Shape.Kind.DOUBLE);
            case BOOLEAN -> Shape.BOOLEAN;
            case ARRAY ->
                type.toString().endsWith("byte[]") ? Shape.of(Shape.Kind.BYTES) : Shape.other(TypeName.get(type));
            default -> declared(type);
        };
    }

    private static Shape declared(TypeMirror type) {
        TypeElement element = Lines.element(type);
        if (element == null || !(type instanceof DeclaredType declared)) {
            return Shape.ANY;
        }
        if (element.getQualifiedName().contentEquals("java.util.List")) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            return Shape.listOf(arguments.isEmpty() ? Shape.TEXT : of(arguments.get(0)));
        }
        if (element.getKind() == ElementKind.ENUM) {
            return Shape.enumOf(ClassName.get(element));
        }
        Shape.Kind kind = BY_NAME.get(element.getQualifiedName().toString());
        return kind == null ? Shape.other(ClassName.get(element)) : Shape.of(kind);
    }

    /** {@return the shape of a column; null where its type has no Java form} */
    static @Nullable Shape of(ColumnType type, SchemaPackage schema) {
        if (type.kind() != SqlKind.ARRAY) {
            return of(type.kind(), type.enumType(), schema);
        }
        Shape item = type.element() == null ? null : of(type.element(), type.enumType(), schema);
        return item == null ? null : Shape.listOf(item);
    }

    private static @Nullable Shape of(SqlKind kind, @Nullable QName enumType, SchemaPackage schema) {
        return switch (kind) {
            case BOOL -> Shape.BOOLEAN;
            case INT2, INT4 -> Shape.INTEGER;
            case INT8, OID -> Shape.LONG;
            case FLOAT4, FLOAT8 -> Shape.of(Shape.Kind.DOUBLE);
            case NUMERIC, MONEY -> Shape.DECIMAL;
            case TEXT, XML, INET, CIDR, MACADDR, MACADDR8, BIT, VARBIT -> Shape.TEXT;
            case JSON, JSONB -> Shape.of(Shape.Kind.JSON);
            case UUID -> Shape.of(Shape.Kind.UUID);
            case DATE -> Shape.of(Shape.Kind.DATE);
            case TIME -> Shape.of(Shape.Kind.TIME);
            case TIMETZ -> Shape.of(Shape.Kind.OFFSET_TIME);
            case TIMESTAMP -> Shape.of(Shape.Kind.DATE_TIME);
            case TIMESTAMPTZ -> Shape.of(Shape.Kind.INSTANT);
            case INTERVAL -> Shape.DURATION;
            case BYTEA -> Shape.of(Shape.Kind.BYTES);
            case ENUM ->
                enumType == null
                        ? null
                        : Shape.enumOf(
                                ClassName.get(schema.name(), schema.names().enumClass(enumType)));
            case ARRAY, UNTYPED -> null;
        };
    }
}
