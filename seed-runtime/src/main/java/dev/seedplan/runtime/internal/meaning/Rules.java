package dev.seedplan.runtime.internal.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of meanings, read once. */
final class Rules {

    private static final Rules SHARED = new Rules();

    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /**
     * A rule that fits, and for whom.
     *
     * @param before the words before those the rule names
     */
    record Hit(Rule rule, String before) {}

    private Rules() {
        for (String[] row : Csv.rows("meanings.csv")) {
            if (row.length != 5) {
                throw new IllegalStateException(
                        "meanings.csv has a line of " + row.length + " fields: " + String.join(",", row));
            }
            Meaning meaning = Meaning.of(row[0])
                    .orElseThrow(() -> new IllegalStateException("meanings.csv has an unknown meaning " + row[0]));
            rules.add(new Rule(
                    meaning,
                    WordPattern.of(row[1], known),
                    row[2].isEmpty() ? null : WordPattern.of(row[2], known),
                    TypeClass.named(row[3]),
                    row[4].isEmpty() ? null : row[4]));
        }
    }

    static Rules shared() {
        return SHARED;
    }

    /** {@return the rules in the order in which they are tried} */
    List<Rule> all() {
        return List.copyOf(rules);
    }

    String columnWords(String name) {
        return NameWords.ofColumn(name, known);
    }

    String tableWords(String name) {
        return NameWords.ofTable(name, known);
    }

    /**
     * {@return the first rule that fits, null where none does}
     *
     * @param column the column's words
     * @param table the table's words
     * @param beside the words of the table's other columns
     */
    @Nullable
    Hit first(String column, String table, TypeClass type, List<String> beside) {
        Hit hit = firstOf(column, table, type, beside);
        String plain = Vocabulary.shared().withoutLanguage(column);
        return hit == null && !plain.equals(column) ? firstOf(plain, table, type, beside) : hit;
    }

    private @Nullable Hit firstOf(String column, String table, TypeClass type, List<String> beside) {
        for (Rule rule : rules) {
            if (!rule.types().contains(type)) {
                continue;
            }
            String before = rule.columns().before(column);
            if (before != null
                    && (rule.tables() == null || rule.tables().fits(table))
                    && (rule.beside() == null || isBeside(rule.beside(), before, beside))) {
                return new Hit(rule, before);
            }
        }
        return null;
    }

    private static boolean isBeside(String pattern, String before, List<String> beside) {
        WordPattern wanted = WordPattern.of(pattern.replace("$", before).strip(), new HashSet<>());
        return beside.stream().anyMatch(wanted::fits);
    }
}
