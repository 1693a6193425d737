package dev.seedplan.runtime.internal.database;

import dev.seedplan.runtime.program.TableSpec;

/** Names and texts as SQL wants them. */
public final class Sql {

    private Sql() {}

    /** {@return an identifier in double quotes} */
    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** {@return a text in single quotes, whatever {@code standard_conforming_strings} says} */
    public static String literal(String text) {
        return (text.indexOf('\\') >= 0 ? "E'" : "'")
                + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** {@return the qualified name of a table, quoted} */
    public static String quote(TableSpec table) {
        return quote(table.schema()) + "." + quote(table.name());
    }
}
