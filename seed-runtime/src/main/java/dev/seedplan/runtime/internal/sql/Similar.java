package dev.seedplan.runtime.internal.sql;

import org.jspecify.annotations.Nullable;

/** {@code SIMILAR TO} as the regular expression PostgreSQL makes of it. */
final class Similar {

    private Similar() {}

    static @Nullable Datum toRegex(String pattern) {
        StringBuilder regex = new StringBuilder("^(?:");
        boolean inBrackets = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                if (i + 1 >= pattern.length() || pattern.charAt(i + 1) == '"') {
                    return null;
                }
                regex.append('\\').append(pattern.charAt(++i));
            } else if (inBrackets) {
                inBrackets = c != ']';
                regex.append(c);
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else if (c == '(') {
                regex.append("(?:");
            } else {
                inBrackets = c == '[';
                regex.append(".^$".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return Datum.text(regex.append(")$").toString());
    }
}
