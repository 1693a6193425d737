package dev.seedplan.runtime.internal.rules;

import dev.seedplan.schema.Index;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may not repeat in a table: the keys of a unique index.
 *
 * @param index the index
 * @param columns the places of the columns its keys depend on; empty where all keys are constants, so that one row fits
 * @param folded the places of columns that a key sees through lower(), upper() or the like
 * @param predicate of a partial index; null for a full one
 * @param nullsDistinct whether two NULLs count as different
 */
public record UniqueKey(
        Index index,
        List<Integer> columns,
        Set<Integer> folded,
        @Nullable String predicate,
        boolean nullsDistinct) {

    private static final Pattern WORD =
            Pattern.compile("\"((?:[^\"]|\"\")+)\"|'(?:[^']|'')*'|[a-zA-Z_\\x80-\\uffff][\\w$\\x80-\\uffff]*");
    private static final Pattern NULLS_AS_VALUES = Pattern.compile("(?i)\\bcoalesce\\b|\\bis (not )?null\\b");

    private static final Pattern NOT_NULL = Pattern.compile("\\(*(\\w+|\"[^\"]+\") IS NOT NULL\\)*");

    public static UniqueKey of(Index index, FillTable table) {
        Set<Integer> columns = new LinkedHashSet<>();
        Set<Integer> folded = new LinkedHashSet<>();
        boolean distinct = !index.nullsNotDistinct();
        for (Index.Key key : index.keys()) {
            int place = key.column() == null ? -1 : table.indexOf(key.column());
            String computed = place < 0 ? null : table.column(place).column().generated();
            if (computed != null) {
                // A generated column differs where those it is computed from do, as far as its expression lets them.
                List<Integer> inside = mentioned(computed, table);
                columns.addAll(inside);
                folded.addAll(inside);
            } else if (place >= 0) {
                columns.add(place);
            } else if (key.expression() != null && !alwaysTrue(key.expression(), table)) {
                List<Integer> inside = mentioned(key.expression(), table);
                columns.addAll(inside);
                folded.addAll(inside);
                distinct &= !NULLS_AS_VALUES.matcher(key.expression()).find();
            }
        }
        return new UniqueKey(index, List.copyOf(columns), folded, index.predicate(), distinct && !columns.isEmpty());
    }

    /** The way to say that a table has one row at most: a unique index over what is the same in each. */
    private static boolean alwaysTrue(String expression, FillTable table) {
        Matcher test = NOT_NULL.matcher(expression);
        int place = test.matches() ? table.indexOf(test.group(1).replace("\"", "")) : -1;
        return place >= 0 && table.column(place).notNull();
    }

    public static List<Integer> mentioned(String expression, FillTable table) {
        List<Integer> columns = new ArrayList<>();
        Matcher word = WORD.matcher(expression);
        while (word.find()) {
            String name = word.group(1) == null ? word.group() : word.group(1).replace("\"\"", "\"");
            int place = table.indexOf(name);
            if (place >= 0 && !columns.contains(place)) {
                columns.add(place);
            }
        }
        return columns;
    }

    public String name() {
        return index.name();
    }
}
