package dev.seedplan.runtime.internal.types;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column's type, resolved down to what its values are made of. */
public sealed interface SqlType {

    /** {@return the type as PostgreSQL prints it with its modifier, for messages and casts} */
    String sql();

    /**
     * A type without parts: one of PostgreSQL's own, or a base type of an extension or of the user.
     *
     * @param name by its catalog name: {@code pg_catalog.int4}, {@code public.citext}
     * @param modifier {@code pg_attribute.atttypmod}; -1 for none
     * @param extension the extension it belongs to; null for PostgreSQL's own and the user's
     */
    record Scalar(
            String sql, QName name, int modifier, @Nullable String extension) implements SqlType {

        /** {@return whether it is the type of that name in {@code pg_catalog}} */
        public boolean is(String builtIn) {
            return name.schema().equals("pg_catalog") && name.name().equals(builtIn);
        }
    }

    /** An enum with its labels in order. */
    record Enumerated(String sql, QName name, List<String> labels) implements SqlType {}

    /**
     * A domain.
     *
     * @param over the type it restricts, which may be a domain
     * @param notNull whether it refuses NULL itself (its base may too)
     * @param checks its own checks over {@code VALUE}, sorted by name
     */
    record Domain(String sql, QName name, SqlType over, boolean notNull, List<UserType.DomainCheck> checks)
            implements SqlType {}

    /** A composite type. */
    record Composite(String sql, QName name, List<Attribute> attributes) implements SqlType {}

    /** An attribute of a composite type. */
    record Attribute(String name, SqlType type) {}

    /** A range type over a subtype, or the multirange type of it. */
    record Range(String sql, QName name, SqlType subtype, boolean multirange) implements SqlType {}

    /** An array; PostgreSQL's types do not say how many dimensions. */
    record ArrayOf(String sql, SqlType element) implements SqlType {}

    /**
     * {@return a type of a snapshot, resolved}
     *
     * @param type for example a column's
     * @param snapshot holds the user's types
     */
    static SqlType of(TypeRef type, Snapshot snapshot) {
        return new TypeResolution(snapshot).resolve(type);
    }

    /** {@return the type under any domains: that of the values} */
    default SqlType base() {
        SqlType type = this;
        while (type instanceof Domain domain) {
            type = domain.over();
        }
        return type;
    }

    /** {@return the scalar under any domains, empty if it is none} */
    default Optional<Scalar> scalar() {
        return base() instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }
}
