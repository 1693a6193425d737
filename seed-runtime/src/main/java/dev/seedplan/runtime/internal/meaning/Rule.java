package dev.seedplan.runtime.internal.meaning;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code meanings.csv}.
 *
 * @param columns fits the column's words
 * @param tables fits the table's words; null for any table
 * @param beside fits the words of another column of the table, after {@code $} is put in; null where none is wanted
 */
record Rule(
        Meaning meaning,
        WordPattern columns,
        @Nullable WordPattern tables,
        Set<TypeClass> types,
        @Nullable String beside) {

    /** {@return the rule as a person may read it: {@code "* birth date|day"}, in tables {@code "…"}} */
    String words() {
        return "the name fits \"" + columns + "\"" + (tables == null ? "" : " in tables like \"" + tables + "\"")
                + (beside == null ? "" : " beside \"" + beside + "\"");
    }
}
