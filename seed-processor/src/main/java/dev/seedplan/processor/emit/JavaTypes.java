package dev.seedplan.processor.emit;

import dev.seedplan.processor.schema.ColumnType;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.processor.schema.SqlKind;
import dev.seedplan.schema.QName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a column is in Java: the type its getter gives, and what its generators may give. */
final class JavaTypes {

    private static final Map<String, String> BOXES =
            Map.of("boolean", "Boolean", "int", "Integer", "long", "Long", "float", "Float", "double", "Double");

    private final SchemaPackage schema;
    private final RowText text;

    JavaTypes(SchemaPackage schema, RowText text) {
        this.schema = schema;
        this.text = text;
    }

    /** {@return the type of a value, primitive where there is one} */
    String value(ColumnType type) {
        return type.kind() == SqlKind.ARRAY
                ? list() + "<" + boxed(element(type)) + ">"
                : scalar(type.kind(), type.enumType());
    }

    /** {@return the type of an array's elements} */
    String element(ColumnType type) {
        return scalar(type.element() == null ? SqlKind.UNTYPED : type.element(), type.enumType());
    }

    /** {@return the bound of the type argument of generators for the column} */
    String generated(ColumnType type) {
        return switch (type.kind()) {
            // Whole numbers, fractions and decimals all go into these without loss that would matter.
            case FLOAT4, FLOAT8, NUMERIC, MONEY -> "Number";
            // A moment in UTC does as well as a local date, and the two have no nearer type in common.
            case DATE, TIMESTAMP -> text.use("java.time.temporal", "Temporal");
            case ARRAY -> elements(type);
            default -> boxed(value(type));
        };
    }

    /** {@return the type of a setter that takes a list} */
    String elements(ColumnType type) {
        return list() + "<? extends " + boxed(element(type)) + ">";
    }

    /** {@return the class for a primitive; any other type as it is} */
    static String boxed(String type) {
        return BOXES.getOrDefault(type, type);
    }

    /** {@return whether the type is primitive} */
    static boolean isPrimitive(String type) {
        return BOXES.containsKey(type);
    }

    private String list() {
        return text.use("java.util", "List");
    }

    private String scalar(SqlKind kind, @Nullable QName enumType) {
        return switch (kind) {
            case BOOL -> "boolean";
            case INT2, INT4 -> "int";
            case INT8, OID -> "long";
            case FLOAT4 -> "float";
            case FLOAT8 -> "double";
            case NUMERIC, MONEY -> text.use("java.math", "BigDecimal");
            case TEXT, JSON, JSONB, XML, INET, CIDR, MACADDR, MACADDR8, BIT, VARBIT -> "String";
            case UUID -> text.use("java.util", "UUID");
            case DATE -> text.use("java.time", "LocalDate");
            case TIME -> text.use("java.time", "LocalTime");
            case TIMETZ -> text.use("java.time", "OffsetTime");
            case TIMESTAMP -> text.use("java.time", "LocalDateTime");
            case TIMESTAMPTZ -> text.use("java.time", "Instant");
            case INTERVAL -> text.use("java.time", "Duration");
            case BYTEA -> "byte[]";
            case ENUM -> enumType == null ? "Object" : schema.names().enumClass(enumType);
            case ARRAY, UNTYPED -> "Object";
        };
    }
}
