package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.run.RunError;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Suggestions;
import dev.seedplan.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, or a column of it, as a user names it.
 *
 * @param table its name
 * @param column null for all
 */
record Subject(QName table, @Nullable String column) {

    /** {@return what {@code [schema.]table[.column]} means; the reading with the longest table name wins} */
    static Subject of(String text, Snapshot snapshot) {
        for (Table table : snapshot.tables()) {
            List<String> names = table.name().schema().equals(snapshot.defaultSchema())
                    ? List.of(id(table), table.name().name())
                    : List.of(id(table));
            for (String name : names) {
                if (text.equals(name)) {
                    return new Subject(table.name(), null);
                }
                String column = text.startsWith(name + ".") ? text.substring(name.length() + 1) : "";
                if (table.column(column).isPresent()) {
                    return new Subject(table.name(), column);
                }
            }
        }
        List<String> known = snapshot.tables().stream().map(Subject::id).toList();
        throw RunError.BAD_USAGE.because("there is no table or column " + text + "; " + Suggestions.of(text, known));
    }

    private static String id(Table table) {
        return table.name().schema() + "." + table.name().name();
    }
}
