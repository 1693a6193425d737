package dev.seedplan.runtime.internal.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type as an expression names it.
 *
 * @param schema null where the name is not qualified
 * @param name by its catalog name: {@code int4} for {@code integer}
 * @param modifiers as written: {@code 40} of {@code varchar(40)}
 * @param dimensions how many times {@code []} follows
 */
public record TypeName(@Nullable String schema, String name, List<String> modifiers, int dimensions) {

    private static final Map<String, String> CATALOG_NAMES = Map.ofEntries(
            Map.entry("integer", "int4"),
            Map.entry("int", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("smallint", "int2"),
            Map.entry("boolean", "bool"),
            Map.entry("character varying", "varchar"),
            Map.entry("character", "bpchar"),
            Map.entry("char", "bpchar"),
            Map.entry("double precision", "float8"),
            Map.entry("float", "float8"),
            Map.entry("real", "float4"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"));

    /** {@return the type of that catalog name, not qualified} */
    public static TypeName of(String name) {
        return new TypeName(null, name, List.of(), 0);
    }

    static TypeName words(String words, List<String> modifiers, int dimensions) {
        String lower = words.toLowerCase(Locale.ROOT);
        return new TypeName(null, CATALOG_NAMES.getOrDefault(lower, lower), modifiers, dimensions);
    }

    /** {@return one word for the type without schema and modifiers: {@code text}, {@code status}, {@code int4[]}} */
    public String key() {
        return name + (dimensions > 0 ? "[]" : "");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (schema != null) {
            text.append(Quoting.identifier(schema)).append('.');
        }
        // "char" in quotes is another type than char, and the only one whose name needs care.
        text.append(name.equals("char") ? "\"char\"" : Quoting.identifier(name));
        if (!modifiers.isEmpty()) {
            text.append('(').append(String.join(",", modifiers)).append(')');
        }
        return text.append("[]".repeat(dimensions)).toString();
    }
}
