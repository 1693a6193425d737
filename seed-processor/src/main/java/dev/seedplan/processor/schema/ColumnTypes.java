package dev.seedplan.processor.schema;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types the columns of one snapshot: domains count as their base types, types of unknown make as untyped. */
public final class ColumnTypes {

    private final Map<QName, UserType> types = new HashMap<>();

    ColumnTypes(Snapshot snapshot) {
        snapshot.types().forEach(type -> types.put(type.name(), type));
    }

    /** {@return how a column is held} */
    public ColumnType of(Column column) {
        TypeRef type = column.type();
        String domainDefault = null;
        while (!type.array() && types.get(type.element()) instanceof UserType.DomainType domain) {
            // The outermost domain that has a default decides, as in PostgreSQL.
            domainDefault = domainDefault == null ? domain.defaultExpression() : domainDefault;
            type = domain.base();
        }
        SqlKind scalar = scalar(type);
        QName enumType = scalar == SqlKind.ENUM ? enumBelow(type) : null;
        if (!type.array()) {
            return new ColumnType(scalar, null, enumType, type, domainDefault);
        }
        return scalar == SqlKind.UNTYPED
                ? new ColumnType(SqlKind.UNTYPED, null, null, type, domainDefault)
                : new ColumnType(SqlKind.ARRAY, scalar, enumType, type, domainDefault);
    }

    /** {@return the labels of an enum, in order} */
    public List<String> labels(QName enumType) {
        return types.get(enumType) instanceof UserType.EnumType found ? found.labels() : List.of();
    }

    private SqlKind scalar(TypeRef type) {
        QName element = type.element();
        UserType user = types.get(element);
        if (user instanceof UserType.DomainType domain) {
            return domain.base().array() ? SqlKind.UNTYPED : scalar(domain.base());
        } else if (user instanceof UserType.EnumType labels) {
            // An enum without labels has no values, so no Java enum either.
            return labels.labels().isEmpty() ? SqlKind.UNTYPED : SqlKind.ENUM;
        } else if (type.builtIn()) {
            return SqlKind.ofBuiltIn(element.name());
        }
        // The one type of an extension that is text in all but name.
        return element.name().equals("citext") ? SqlKind.TEXT : SqlKind.UNTYPED;
    }

    private @Nullable QName enumBelow(TypeRef type) {
        UserType user = types.get(type.element());
        return user instanceof UserType.DomainType domain ? enumBelow(domain.base()) : type.element();
    }
}
