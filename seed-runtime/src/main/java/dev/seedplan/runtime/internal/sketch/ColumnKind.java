package dev.seedplan.runtime.internal.sketch;

import dev.seedplan.runtime.internal.types.SqlType;
import java.util.Locale;

/** Kinds of columns by what their setters take. */
enum ColumnKind {
    TEXT,
    INT,
    LONG,
    NUMERIC,
    FLOAT,
    BOOL,
    DATE,
    TIMESTAMP,
    TIME,
    UUID,
    INTERVAL,
    INET,
    BYTES,
    ENUM,
    /** Made up by the runtime where NOT NULL, but without a value here. */
    MADE_UP,
    /** Nothing makes it up. */
    NONE;

    static ColumnKind of(SqlType type) {
        SqlType base = type.base();
        if (base instanceof SqlType.Enumerated) {
            return ENUM;
        }
        if (base instanceof SqlType.ArrayOf) {
            return MADE_UP;
        }
        if (!(base instanceof SqlType.Scalar scalar)) {
            return NONE;
        }
        if (!scalar.name().schema().equals("pg_catalog")) {
            return scalar.name().name().equals("citext") ? TEXT : NONE;
        }
        return switch (scalar.name().name().toLowerCase(Locale.ROOT)) {
            case "text", "varchar", "bpchar", "name" -> TEXT;
            case "int2", "int4" -> INT;
            case "int8" -> LONG;
            case "numeric" -> NUMERIC;
            case "float4", "float8" -> FLOAT;
            case "bool" -> BOOL;
            case "date" -> DATE;
            case "timestamp", "timestamptz" -> TIMESTAMP;
            case "time" -> TIME;
            case "uuid" -> UUID;
            case "interval" -> INTERVAL;
            case "inet" -> INET;
            case "bytea" -> BYTES;
            case "json", "jsonb", "xml", "timetz", "money", "cidr", "macaddr", "macaddr8", "oid" -> MADE_UP;
            default -> NONE;
        };
    }
}
