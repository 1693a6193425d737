package dev.seedplan.runtime.internal.meaning;

import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few values of a status, kind, role or level: the enum's labels, those a CHECK lists, or those of {@code choices.csv}; the
 * good end of a story is more frequent than a bad one ({@code weights.csv}).
 */
final class Choices {

    private static final Map<String, Integer> WEIGHTS = weights();
    private static final List<Line> LINES = lines();
    private static final int USUAL = 4;
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'::");

    private final List<String> values;
    private final int[] sums;

    /** A line of {@code choices.csv}. */
    private record Line(Meaning meaning, WordPattern columns, WordPattern tables, List<String> values) {}

    private Choices(List<String> values, String usual) {
        this.values = List.copyOf(values);
        sums = new int[values.size()];
        int sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weight(values.get(i)) + (values.get(i).equals(usual) ? USUAL : 0);
            sums[i] = sum;
        }
    }

    /** {@return the choices of a column; of none where neither schema nor table of choices says any} */
    static Choices of(ColumnMeaning column, Table table) {
        String usual = table.column(column.column())
                .map(Column::defaultExpression)
                .map(Choices::literal)
                .orElse("");
        SqlType type = column.type().base();
        type = type instanceof SqlType.ArrayOf array ? array.element().base() : type;
        if (type instanceof SqlType.Enumerated labelled) {
            return new Choices(labelled.labels(), usual);
        }
        List<String> checked = checked(column.column(), table);
        if (!checked.isEmpty()) {
            return new Choices(checked, usual);
        }
        String tableWords = Rules.shared().tableWords(table.name().name());
        for (Line line : LINES) {
            if (line.meaning() == column.meaning()
                    && line.columns().fits(column.words())
                    && line.tables().fits(tableWords)) {
                Set<String> all = new LinkedHashSet<>(line.values());
                if (!usual.isEmpty()) {
                    all.add(usual);
                }
                boolean shouted = !usual.isEmpty() && usual.equals(usual.toUpperCase(Locale.ROOT));
                return new Choices(
                        all.stream()
                                .map(v -> shouted ? v.toUpperCase(Locale.ROOT) : v)
                                .distinct()
                                .toList(),
                        usual);
            }
        }
        return new Choices(List.of(), "");
    }

    /** {@return whether a CHECK lists the column's values} */
    static boolean areListed(String column, Table table) {
        return !checked(column, table).isEmpty();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    String at(Draws draws) {
        int drawn = (int) draws.below(sums[sums.length - 1]);
        int i = 0;
        while (sums[i] <= drawn) {
            i++;
        }
        return values.get(i);
    }

    /** {@return how often a value comes up, by the first of its words that is known} */
    private static int weight(String value) {
        for (String word : Rules.shared().columnWords(value).split(" ", -1)) {
            Integer weight = WEIGHTS.get(word);
            if (weight != null) {
                return weight;
            }
        }
        return USUAL;
    }

    /** {@return the literals of a CHECK over the column alone that lists values} */
    private static List<String> checked(String column, Table table) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Check check
                    && check.columns().equals(List.of(column))
                    && check.expression().contains("= ANY")
                    && !check.expression().contains("NOT ")) {
                Set<String> found = new LinkedHashSet<>();
                Matcher matcher = LITERAL.matcher(check.expression());
                while (matcher.find()) {
                    found.add(matcher.group(1).replace("''", "'"));
                }
                return new ArrayList<>(found);
            }
        }
        return List.of();
    }

    private static String literal(String expression) {
        Matcher matcher = LITERAL.matcher(expression);
        return matcher.lookingAt() ? matcher.group(1).replace("''", "'") : "";
    }

    private static Map<String, Integer> weights() {
        Map<String, Integer> weights = new HashMap<>();
        Csv.rows("weights.csv").forEach(row -> weights.put(row[0], Integer.valueOf(row[1])));
        return weights;
    }

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String[] row : Csv.rows("choices.csv")) {
            Meaning meaning = Meaning.of(row[0])
                    .orElseThrow(() -> new IllegalStateException("choices.csv has an unknown meaning " + row[0]));
            lines.add(new Line(
                    meaning,
                    WordPattern.of(row[1], new HashSet<>()),
                    WordPattern.of(row[2], new HashSet<>()),
                    List.of(row[3].split("\\|", -1))));
        }
        return lines;
    }
}
