package dev.seedplan.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type somebody defined in the database. */
public sealed interface UserType {

    /** {@return its qualified name} */
    QName name();

    /** {@return its comment; null where there is none} */
    @Nullable
    String comment();

    /** {@return the extension that owns it; null for the user's own} */
    @Nullable
    String extension();

    /** An enum with its labels in order. */
    record EnumType(
            QName name,
            List<String> labels,
            @Nullable String comment,
            @Nullable String extension) implements UserType {}

    /**
     * A domain.
     *
     * @param base the type it restricts, which may be a domain
     * @param notNull whether it refuses NULL
     * @param defaultExpression its default; null where there is none
     * @param checks its checks, sorted by name
     */
    record DomainType(
            QName name,
            TypeRef base,
            boolean notNull,
            @Nullable String defaultExpression,
            @Nullable QName collation,
            List<DomainCheck> checks,
            @Nullable String comment,
            @Nullable String extension)
            implements UserType {}

    /** A check of a domain over {@code VALUE}. */
    record DomainCheck(String name, String expression, boolean validated) {}

    /** A composite type with its attributes in order. */
    record CompositeType(
            QName name,
            List<Attribute> attributes,
            @Nullable String comment,
            @Nullable String extension) implements UserType {}

    /** An attribute of a composite type. */
    record Attribute(String name, TypeRef type, @Nullable QName collation) {}

    /** A range type over {@code subtype}; {@code multirange} is null before PostgreSQL 14. */
    record RangeType(
            QName name,
            TypeRef subtype,
            @Nullable QName multirange,
            @Nullable String comment,
            @Nullable String extension)
            implements UserType {}

    /** Another type, of which only the name is known: a base type of an extension or of the user. */
    record BaseType(
            QName name, @Nullable String comment, @Nullable String extension) implements UserType {}
}
