package dev.seedplan.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.seedplan.processor.schema.ColumnType;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.SqlKind;
import dev.seedplan.schema.QName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a column is in Java: the type its getter gives, and what its generators may give. */
final class JavaTypes {

    private final SchemaPackage schema;

    JavaTypes(SchemaPackage schema) {
        this.schema = schema;
    }

    /** {@return the type of a value, primitive where there is one} */
    TypeName value(ColumnType type) {
        return type.kind() == SqlKind.ARRAY
                ? ParameterizedTypeName.get(ClassName.get(List.class), element(type).box())
                : scalar(type.kind(), type.enumType());
    }

    /** {@return the type of an array's elements} */
    TypeName element(ColumnType type) {
        return scalar(type.element() == null ? SqlKind.UNTYPED : type.element(), type.enumType());
    }

    /** {@return the type argument of generators for the column} */
    TypeName generated(ColumnType type) {
        TypeName bound =
                switch (type.kind()) {
                    // Whole numbers, fractions and decimals all go into these without loss that would matter.
                    case FLOAT4, FLOAT8, NUMERIC, MONEY -> ClassName.get(Number.class);
                    // A moment in UTC does as well as a local date, and the two have no nearer type in common.
                    case DATE, TIMESTAMP -> ClassName.get(Temporal.class);
                    case ARRAY -> list(type);
                    default -> value(type).box();
                };
        return WildcardTypeName.subtypeOf(bound);
    }

    /** {@return the type of a setter that takes a list} */
    TypeName list(ColumnType type) {
        return ParameterizedTypeName.get(
                ClassName.get(List.class), WildcardTypeName.subtypeOf(element(type).box()));
    }

    private TypeName scalar(SqlKind kind, @Nullable QName enumType) {
        return switch (kind) {
            case BOOL -> TypeName.BOOLEAN;
            case INT2, INT4 -> TypeName.INT;
            case INT8, OID -> TypeName.LONG;
            case FLOAT4 -> TypeName.FLOAT;
            case FLOAT8 -> TypeName.DOUBLE;
            case NUMERIC, MONEY -> ClassName.get(BigDecimal.class);
            case TEXT, JSON, JSONB, XML, INET, CIDR, MACADDR, MACADDR8, BIT, VARBIT -> ClassName.get(String.class);
            case UUID -> ClassName.get(UUID.class);
            case DATE -> ClassName.get(LocalDate.class);
            case TIME -> ClassName.get(LocalTime.class);
            case TIMETZ -> ClassName.get(OffsetTime.class);
            case TIMESTAMP -> ClassName.get(LocalDateTime.class);
            case TIMESTAMPTZ -> ClassName.get(Instant.class);
            case INTERVAL -> ClassName.get(Duration.class);
            case BYTEA -> ArrayTypeName.of(TypeName.BYTE);
            case ENUM ->
                enumType == null
                        ? ClassName.OBJECT
                        : ClassName.get(schema.name(), schema.names().enumClass(enumType));
            case ARRAY, UNTYPED -> ClassName.OBJECT;
        };
    }
}
