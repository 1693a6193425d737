package dev.seedplan.processor.schema;

import java.util.HashMap;
import java.util.Map;

/**
 * The kinds of columns, by the names of {@code dev.seedplan.spi.Kind}, each with the built-in types it stands for by
 * their catalog names. The processor has a list of its own since it does not depend on the DSL; a test holds them equal.
 */
public enum SqlKind {
    BOOL("bool"),
    INT2("int2"),
    INT4("int4"),
    INT8("int8"),
    OID("oid"),
    FLOAT4("float4"),
    FLOAT8("float8"),
    NUMERIC("numeric"),
    MONEY("money"),
    TEXT("text", "varchar", "bpchar", "name"),
    UUID("uuid"),
    DATE("date"),
    TIME("time"),
    TIMETZ("timetz"),
    TIMESTAMP("timestamp"),
    TIMESTAMPTZ("timestamptz"),
    INTERVAL("interval"),
    BYTEA("bytea"),
    JSON("json"),
    JSONB("jsonb"),
    XML("xml"),
    INET("inet"),
    CIDR("cidr"),
    MACADDR("macaddr"),
    MACADDR8("macaddr8"),
    BIT("bit"),
    VARBIT("varbit"),
    ENUM,
    ARRAY,
    UNTYPED;

    private static final Map<String, SqlKind> BY_TYPE = new HashMap<>();

    static {
        for (SqlKind kind : values()) {
            for (String type : kind.types.split(" ", -1)) {
                BY_TYPE.put(type, kind);
            }
        }
    }

    /** Separated by spaces. */
    private final String types;

    SqlKind(String... types) {
        this.types = String.join(" ", types);
    }

    /** {@return the kind of a built-in type, UNTYPED for those without a typed form} */
    static SqlKind ofBuiltIn(String type) {
        return BY_TYPE.getOrDefault(type, UNTYPED);
    }
}
