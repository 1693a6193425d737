package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.internal.ledger.Decision;
import dev.seedplan.runtime.internal.ledger.RunContract;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In what the contract of a plan differs from that of an earlier run.
 *
 * @param sentences differences that are not about values of single columns
 * @param columns columns whose values differ in the rows that are there, {@code schema.table.column}
 */
record Difference(List<String> sentences, Set<String> columns) {

    /**
     * {@return the difference}
     *
     * @param then what the earlier run was
     * @param same the same rows as the plan makes them now
     * @param now all rows as the plan makes them now
     */
    static Difference between(RunContract then, RunContract same, RunContract now) {
        List<String> sentences = new ArrayList<>();
        Set<String> columns = new TreeSet<>();
        Set<String> names = new TreeSet<>(then.lines().keySet());
        names.addAll(now.lines().keySet());
        for (String name : names) {
            @Nullable String before = then.lines().get(name);
            @Nullable String after = now.lines().get(name);
            @Nullable String sampled = same.lines().get(name);
            if (name.startsWith(Decision.ROWS)) {
                String rows = rows(name.substring(Decision.ROWS.length()), before, after);
                if (!rows.isEmpty()) {
                    sentences.add(rows);
                }
            } else if (name.startsWith(Decision.VALUE)) {
                // A step or a column that is new or gone has lines of its own that say so.
                if (before != null && sampled != null && !before.equals(sampled)) {
                    columns.add(name.substring(Decision.VALUE.length(), name.lastIndexOf(" by ")));
                }
            } else if (!name.startsWith(Decision.ADDRESS) && !Objects.equals(before, after)) {
                sentences.add(sentence(name, before, after));
            }
        }
        return new Difference(List.copyOf(new LinkedHashSet<>(sentences)), columns);
    }

    private static String rows(String step, @Nullable String before, @Nullable String after) {
        String had = count(before);
        String has = count(after);
        return had.equals(has) ? "" : step + " makes " + has + " rows, it made " + had;
    }

    private static String count(@Nullable String line) {
        return line == null ? "0" : line.substring(0, line.indexOf(' '));
    }

    private static String sentence(String name, @Nullable String before, @Nullable String after) {
        if (before == null) {
            return name + " is new";
        }
        if (after == null) {
            return name + " is gone";
        }
        boolean hashed = name.startsWith("content ") || name.startsWith("script ") || name.startsWith(Decision.FOUND);
        return hashed ? name + " has changed" : name + " was " + before + ", it is " + after;
    }

    /**
     * {@return all of it in words}
     *
     * @param counted what a comparison with the rows that are there found for the columns; empty where there was none
     */
    String text(List<String> counted) {
        List<String> all = new ArrayList<>(sentences);
        if (!counted.isEmpty()) {
            all.addAll(counted);
        } else if (!columns.isEmpty()) {
            all.add("other values in " + String.join(", ", columns));
        }
        return all.isEmpty() ? "nothing in the rows looked at" : String.join("; ", all) + "; nothing else";
    }
}
