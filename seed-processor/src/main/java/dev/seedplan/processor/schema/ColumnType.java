package dev.seedplan.processor.schema;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.TypeRef;
import org.jspecify.annotations.Nullable;

/**
 * How a column is held.
 *
 * @param kind the name of the {@code dev.seedplan.spi.Kind}
 * @param element of an array the kind of its elements; null otherwise
 * @param enumType the enum of a column of kind ENUM, or of an array's elements; null otherwise
 * @param base the type below all domains, which has length, precision and scale
 * @param domainDefault the default of the column's domain; null where there is none
 */
public record ColumnType(
        SqlKind kind,
        @Nullable SqlKind element,
        @Nullable QName enumType,
        TypeRef base,
        @Nullable String domainDefault) {}
