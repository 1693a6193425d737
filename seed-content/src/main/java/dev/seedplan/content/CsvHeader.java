package dev.seedplan.content;

import dev.seedplan.spi.ContentException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The header of a CSV file, shared by its lines.
 *
 * @param file the file's id
 * @param columns the columns' places by name, in the file's order
 */
record CsvHeader(String file, Map<String, Integer> columns) {

    static CsvHeader of(String file, String[] names, long line) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String name : names) {
            if (name.isBlank()) {
                throw bad(line, "column " + (columns.size() + 1) + " has no name");
            }
            if (!name.equals(name.strip())) {
                throw bad(line, "column " + Shown.quoted(name) + " begins or ends with white space");
            }
            if (columns.put(name, columns.size()) != null) {
                throw bad(line, "there are two columns " + Shown.quoted(name));
            }
        }
        // Whoever names the columns says the separator as well.
        String only = names.length == 1 && line > 0 ? names[0] : "";
        if (only.contains(";") || only.contains("\t")) {
            throw bad(line, "the columns are separated by " + (only.contains(";") ? "semicolons" : "tabs"));
        }
        return new CsvHeader(file, Collections.unmodifiableMap(columns));
    }

    private static Refused bad(long line, String what) {
        return new Refused(ContentError.BAD_HEADER, line, what);
    }

    int size() {
        return columns.size();
    }

    Set<String> names() {
        return columns.keySet();
    }

    /**
     * {@return the place of a column}
     *
     * @throws ContentException if there is none of that name
     */
    int place(String name) {
        Integer place = columns.get(name);
        if (place == null) {
            throw new ContentException(ContentError.NO_COLUMN.message(
                    file,
                    "there is no column " + Shown.quoted(name) + ", which the plan asks for; "
                            + Shown.suggestion(name, names())));
        }
        return place;
    }
}
