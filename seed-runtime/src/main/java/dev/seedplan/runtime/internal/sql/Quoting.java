package dev.seedplan.runtime.internal.sql;

import java.util.regex.Pattern;

/** How names and strings stand in an expression. */
final class Quoting {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Quoting() {}

    static String identifier(String name) {
        return PLAIN.matcher(name).matches() && !SqlParser.RESERVED.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String string(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }
}
