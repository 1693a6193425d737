package dev.seedplan.runtime;

import java.util.List;

/**
 * Rows of a run that cannot be taken back.
 *
 * @param table their table, {@code schema.name}
 * @param rows how many; 0 where only an unknown number is known to be gone or changed
 * @param reason why they stay
 * @param examples the keys of some of them, at most 20
 */
public record KeptRows(String table, long rows, String reason, List<String> examples) {

    /** Keeps the examples as they are now. */
    public KeptRows {
        examples = List.copyOf(examples);
    }

    /** {@return all of it in words} */
    public String text() {
        String keys = examples.isEmpty()
                ? ""
                : " (" + String.join(", ", examples) + (rows > examples.size() ? ", …" : "") + ")";
        return rows + (rows == 1 ? " row of " : " rows of ") + table + keys + ": " + reason;
    }
}
