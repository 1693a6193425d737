package dev.seedplan.cli.detect;

import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A schema's tables by what they are called. */
final class Names {

    private final List<Table> tables;

    Names(Snapshot snapshot) {
        tables = snapshot.tables().stream()
                .filter(table -> table.partitionOf() == null && table.extension() == null)
                .toList();
    }

    List<Table> tables() {
        return tables;
    }

    /** {@return the table of a name, {@code schema.name} or {@code name}} */
    Optional<Table> table(String name) {
        return tables.stream()
                .filter(t -> t.name().toString().equalsIgnoreCase(name)
                        || t.name().name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * {@return {@code schema.table.column} for a column of a table}
     *
     * @param path {@code table.column} or {@code schema.table.column}
     */
    Optional<String> column(String path) {
        int dot = path.lastIndexOf('.');
        return table(path.substring(0, dot))
                .filter(t -> t.column(path.substring(dot + 1)).isPresent())
                .map(t -> t.name() + "." + path.substring(dot + 1));
    }

    /** {@return the tables whose name, in the plural or not, ends with one of some words} */
    List<String> called(List<String> words) {
        List<String> found = new ArrayList<>();
        for (Table table : tables) {
            String name = singular(table.name().name());
            for (String word : words) {
                if (Pattern.compile("(^|_)" + word + "$").matcher(name).find()) {
                    found.add(table.name().toString());
                    break;
                }
            }
        }
        return found;
    }

    /** {@return a name in lower case with underscores, its last word in the singular} */
    static String singular(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        if (words.endsWith("ies") && words.length() > 4) {
            return words.substring(0, words.length() - 3) + "y";
        }
        return words.endsWith("s") && !words.endsWith("ss") ? words.substring(0, words.length() - 1) : words;
    }
}
