package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.SqlType;

/**
 * What a column is about.
 *
 * @param column its name
 * @param type its type, resolved
 * @param meaning {@link Meaning#NONE} where the type decides
 * @param why what says so, for people: {@code the name fits "* email"}
 * @param nullRate the share of rows that are NULL by nature, 0 to 1; 0 for a column that is NOT NULL
 * @param group what tells several people, places or spans of one row apart: {@code billing}; empty for the row's own
 * @param words the words of the name that told, each followed by a space
 */
public record ColumnMeaning(
        String column, SqlType type, Meaning meaning, String why, double nullRate, String group, String words) {

    /** {@return whether the word is one of the name's} */
    boolean says(String word) {
        return (" " + words).contains(" " + word + " ");
    }
}
