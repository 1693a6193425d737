package dev.seedplan.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Guesses which of the things that are gone is which of the new ones under another name. */
final class RenameGuess {

    /** The share of columns with equal name and type from which on two tables are taken for one. */
    private static final double ALIKE = 0.7;

    private RenameGuess() {}

    /** {@return the probable renames of tables, older to newer} */
    static Map<Table, Table> tables(List<Table> gone, List<Table> fresh) {
        Map<Table, Table> renames = new HashMap<>();
        Set<Table> free = new HashSet<>(fresh);
        for (Table older : gone) {
            Table best = null;
            for (Table newer : fresh) {
                double share = alike(older, newer);
                if (free.contains(newer) && share >= ALIKE && (best == null || share > alike(older, best))) {
                    best = newer;
                }
            }
            if (best != null) {
                renames.put(older, best);
                free.remove(best);
            }
        }
        return renames;
    }

    /** {@return the probable renames of columns of one table, older to newer} */
    static Map<Column, Column> columns(List<Column> gone, List<Column> fresh) {
        Map<Column, Column> renames = new HashMap<>();
        Set<Column> free = new HashSet<>(fresh);
        for (Column older : gone) {
            List<Column> sameType = free.stream()
                    .filter(c -> c.type().equals(older.type()))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
            Column heir = heir(older, sameType, gone.size() == 1 && fresh.size() == 1);
            if (heir != null) {
                renames.put(older, heir);
                free.remove(heir);
            }
        }
        return renames;
    }

    private static @Nullable Column heir(Column older, List<Column> sameType, boolean onlyOne) {
        if (onlyOne && sameType.size() == 1) {
            return sameType.get(0);
        }
        List<String> near = Suggestions.nearest(
                older.name(), sameType.stream().map(Column::name).toList());
        return near.isEmpty()
                ? null
                : sameType.stream()
                        .filter(c -> c.name().equals(near.get(0)))
                        .findFirst()
                        .orElse(null);
    }

    private static double alike(Table a, Table b) {
        Set<String> left = signature(a);
        Set<String> both = new HashSet<>(left);
        Set<String> right = signature(b);
        both.retainAll(right);
        int all = left.size() + right.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    private static Set<String> signature(Table table) {
        return table.columns().stream()
                .map(c -> c.name() + " " + c.type().sql())
                .collect(Collectors.toSet());
    }
}
