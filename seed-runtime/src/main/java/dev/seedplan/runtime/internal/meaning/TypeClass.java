package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.SqlType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of types that the table of meanings tells apart. */
enum TypeClass {
    TEXT,
    INT,
    DECIMAL,
    FLOAT,
    BOOL,
    TIME,
    DATE,
    CLOCK,
    INTERVAL,
    UUID,
    JSON,
    IP,
    MAC,
    BYTES,
    ENUM,
    OTHER;

    private static final Map<String, TypeClass> BUILT_IN = Map.ofEntries(
            Map.entry("text", TEXT),
            Map.entry("varchar", TEXT),
            Map.entry("bpchar", TEXT),
            Map.entry("name", TEXT),
            Map.entry("int2", INT),
            Map.entry("int4", INT),
            Map.entry("int8", INT),
            Map.entry("numeric", DECIMAL),
            Map.entry("money", DECIMAL),
            Map.entry("float4", FLOAT),
            Map.entry("float8", FLOAT),
            Map.entry("bool", BOOL),
            Map.entry("timestamp", TIME),
            Map.entry("timestamptz", TIME),
            Map.entry("date", DATE),
            Map.entry("time", CLOCK),
            Map.entry("timetz", CLOCK),
            Map.entry("interval", INTERVAL),
            Map.entry("uuid", UUID),
            Map.entry("json", JSON),
            Map.entry("jsonb", JSON),
            Map.entry("inet", IP),
            Map.entry("cidr", IP),
            Map.entry("macaddr", MAC),
            Map.entry("bytea", BYTES));

    private static final Map<String, Set<TypeClass>> GROUPS = Map.of(
            "number", EnumSet.of(INT, DECIMAL, FLOAT),
            "moment", EnumSet.of(TIME, DATE),
            "label", EnumSet.of(TEXT, ENUM),
            "choice", EnumSet.of(TEXT, ENUM, INT));

    /** {@return the class of a type, of an array that of its elements} */
    static TypeClass of(SqlType type) {
        SqlType base = type.base();
        if (base instanceof SqlType.ArrayOf array) {
            return of(array.element());
        } else if (base instanceof SqlType.Enumerated) {
            return ENUM;
        } else if (base instanceof SqlType.Scalar scalar) {
            if (scalar.name().schema().equals("pg_catalog")) {
                return BUILT_IN.getOrDefault(scalar.name().name(), OTHER);
            }
            return "citext".equals(scalar.extension()) ? TEXT : OTHER;
        }
        return OTHER;
    }

    /** {@return the classes that a field such as {@code text|number} names} */
    static Set<TypeClass> named(String field) {
        Set<TypeClass> result = EnumSet.noneOf(TypeClass.class);
        for (String name : field.split("\\|", -1)) {
            Set<TypeClass> group = GROUPS.get(name);
            if (group != null) {
                result.addAll(group);
            } else {
                result.add(valueOf(name.toUpperCase(Locale.ROOT)));
            }
        }
        return result;
    }
}
