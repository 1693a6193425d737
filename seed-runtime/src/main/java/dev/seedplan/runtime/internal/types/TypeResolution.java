package dev.seedplan.runtime.internal.types;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import java.util.Map;

/** Follows the names of types through a snapshot. */
final class TypeResolution {

    /** PostgreSQL's own range types and what they range over (pg_range). */
    private static final Map<String, String> RANGES = Map.of(
            "int4range", "int4",
            "int8range", "int8",
            "numrange", "numeric",
            "tsrange", "timestamp",
            "tstzrange", "timestamptz",
            "daterange", "date");

    private final Snapshot snapshot;

    TypeResolution(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    SqlType resolve(TypeRef type) {
        if (type.array()) {
            String elementSql = type.sql().endsWith("[]")
                    ? type.sql().substring(0, type.sql().length() - 2)
                    : type.sql();
            return new SqlType.ArrayOf(type.sql(), resolve(elementSql, type.element(), type.modifier()));
        }
        return resolve(type.sql(), type.element(), type.modifier());
    }

    private SqlType resolve(String sql, QName name, int modifier) {
        if (name.schema().equals("pg_catalog")) {
            return builtIn(sql, name, modifier);
        }
        UserType type = snapshot.type(name).orElse(null);
        if (type instanceof UserType.EnumType labelled) {
            return new SqlType.Enumerated(sql, name, labelled.labels());
        } else if (type instanceof UserType.DomainType domain) {
            return new SqlType.Domain(sql, name, resolve(domain.base()), domain.notNull(), domain.checks());
        } else if (type instanceof UserType.CompositeType composite) {
            return new SqlType.Composite(
                    sql,
                    name,
                    composite.attributes().stream()
                            .map(a -> new SqlType.Attribute(a.name(), resolve(a.type())))
                            .toList());
        } else if (type instanceof UserType.RangeType range) {
            return new SqlType.Range(sql, name, resolve(range.subtype()), false);
        }
        for (UserType other : snapshot.types()) {
            if (other instanceof UserType.RangeType range && name.equals(range.multirange())) {
                return new SqlType.Range(sql, name, resolve(range.subtype()), true);
            }
        }
        if (name.schema().equals("information_schema")) {
            return StandardDomains.of(sql, name).orElse(new SqlType.Scalar(sql, name, modifier, null));
        }
        Table table = snapshot.table(name).orElse(null);
        if (type == null && table != null) {
            return new SqlType.Composite(
                    sql,
                    name,
                    table.columns().stream()
                            .map(c -> new SqlType.Attribute(c.name(), resolve(c.type())))
                            .toList());
        }
        return new SqlType.Scalar(sql, name, modifier, type == null ? null : type.extension());
    }

    private static SqlType builtIn(String sql, QName name, int modifier) {
        boolean multirange = name.name().endsWith("multirange");
        String subtype = RANGES.get(multirange ? name.name().replace("multirange", "range") : name.name());
        if (subtype == null) {
            return new SqlType.Scalar(sql, name, modifier, null);
        }
        return new SqlType.Range(
                sql, name, new SqlType.Scalar(subtype, new QName("pg_catalog", subtype), -1, null), multirange);
    }
}
