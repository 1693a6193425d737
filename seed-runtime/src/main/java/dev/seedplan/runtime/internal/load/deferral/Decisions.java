package dev.seedplan.runtime.internal.load.deferral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which tables' constraints wait, which tables are emptied and frozen, and why the others are not. */
final class Decisions {

    /** What a foreign key costs for each row when it is checked row by row rather than once: reference measurement, 3.0 − 0.3 µs. */
    private static final double KEY_MICROS = 2.7;

    /** What the upkeep of an index costs for each row beyond building it at the end, likewise. */
    private static final double INDEX_MICROS = 0.3;

    /** What dropping and adding a foreign key or an index costs, whatever the number of rows. */
    private static final double FIXED_MICROS = 2_500;

    /** Checking a key for the rows that are there already, or indexing them again, for each row. */
    private static final double AGAIN_MICROS = 0.5;

    /** From so many rows on frozen pages are worth a TRUNCATE, which makes new files. */
    private static final long WORTH_FREEZING = 10_000;

    private static final int NAMES_SHOWN = 6;

    private final List<TableFacts> deferred = new ArrayList<>();
    private final Map<Long, String> emptied = new LinkedHashMap<>();
    private final Map<Long, TableFacts> unkeyed = new LinkedHashMap<>();
    private final Map<String, List<String>> reasons = new LinkedHashMap<>();
    private boolean missed;
    private boolean severalTransactions;

    private Decisions() {}

    /**
     * {@return the decisions}
     *
     * @param general a reason against all waiting, null for none
     * @param load what is to be loaded, by table
     * @param filled tables that hold rows
     */
    static Decisions of(
            LoadMode mode,
            @Nullable String general,
            List<TableFacts> tables,
            Map<String, Quantity> load,
            Set<String> filled) {
        Decisions decisions = new Decisions();
        for (TableFacts table : tables) {
            decisions.decide(mode, general, table, of(load, table).rows());
        }
        if (general == null && mode != LoadMode.INPLACE) {
            decisions.empty(mode, tables, load, filled);
            decisions.unkey(tables, load);
        }
        return decisions;
    }

    private static Quantity of(Map<String, Quantity> load, TableFacts table) {
        return Objects.requireNonNull(load.get(table.sql()), table::sql);
    }

    private void decide(LoadMode mode, @Nullable String general, TableFacts table, long rows) {
        if (mode == LoadMode.INPLACE || !table.hasAny() || rows == 0) {
            return;
        }
        List<String> hindrances = table.allHindrances();
        double saved = rows
                * (KEY_MICROS * table.keys().size()
                        + INDEX_MICROS * table.indexes().size());
        double spent =
                (table.keys().size() + table.indexes().size()) * (FIXED_MICROS + AGAIN_MICROS * table.existing());
        if (mode == LoadMode.AUTO && saved < spent) {
            reasons.computeIfAbsent(
                            table.existing() > rows
                                    ? "so many rows are there already that checking them again costs more"
                                    : "so few rows cost less than dropping and adding",
                            reason -> new ArrayList<>())
                    .add(table.id());
        } else if (general != null) {
            missed = true;
            reasons.computeIfAbsent(general, reason -> new ArrayList<>()).add(table.id());
        } else if (!hindrances.isEmpty()) {
            missed = true;
            reasons.computeIfAbsent(hindrances.get(0), reason -> new ArrayList<>())
                    .add(table.id());
        } else {
            deferred.add(table);
        }
    }

    /** A table that a remaining foreign key points at can be emptied only along with the one it belongs to. */
    private void empty(LoadMode mode, List<TableFacts> tables, Map<String, Quantity> load, Set<String> filled) {
        Set<Long> dropped = new TreeSet<>();
        deferred.forEach(table -> dropped.add(table.oid()));
        for (TableFacts table : tables) {
            long wanted = of(load, table).rows();
            if (table.emptiable()
                    && table.allHindrances().isEmpty()
                    && table.existing() == 0
                    && !filled.contains(table.sql())
                    && wanted > 0
                    && (mode == LoadMode.DEFERRED || wanted >= WORTH_FREEZING)) {
                emptied.put(table.oid(), table.sql());
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (TableFacts table : tables) {
                if (emptied.containsKey(table.oid())
                        && table.referencing().stream()
                                .anyMatch(other -> !emptied.containsKey(other) && !dropped.contains(other))) {
                    emptied.remove(table.oid());
                    changed = true;
                }
            }
        }
    }

    /**
     * Keys of a table that is empty and locked can wait as well: nobody can break them meanwhile. All of a table or none, so
     * that their order stays, and only where no foreign key that stays relies on one.
     */
    private void unkey(List<TableFacts> tables, Map<String, Quantity> load) {
        Map<String, Long> dropped = new HashMap<>();
        deferred.forEach(table -> table.keys().forEach(key -> dropped.merge(key.parentIndex(), 1L, Long::sum)));
        for (TableFacts table : tables) {
            boolean waits = emptied.containsKey(table.oid())
                    && !table.uniques().isEmpty()
                    && !of(load, table).byKey()
                    && table.uniques().stream()
                            .allMatch(index -> index.hindrances().isEmpty()
                                    && index.unique() != null
                                    && index.unique().referrers()
                                            == dropped.getOrDefault(
                                                    index.unique().printed(), 0L));
            if (waits) {
                unkeyed.put(table.oid(), table);
            }
        }
    }

    /**
     * Leaves what waits beyond a transaction.
     *
     * @param occupied tables that hold rows, so that theirs stay
     */
    void keysOnly(Set<String> occupied) {
        severalTransactions = true;
        deferred.removeIf(table -> {
            if (occupied.contains(table.sql())) {
                missed = true;
                reasons.computeIfAbsent(
                                "it holds rows, whose keys others could break while they wait; --exclusive says that nobody does",
                                reason -> new ArrayList<>())
                        .add(table.id());
                return true;
            }
            return false;
        });
    }

    /** {@return whether the keys of a table wait, too} */
    boolean unkeys(TableFacts table) {
        return unkeyed.containsKey(table.oid());
    }

    /** All tables of which something is dropped. */
    List<TableFacts> dropped() {
        List<TableFacts> all = new ArrayList<>(deferred);
        unkeyed.values().stream().filter(t -> !deferred.contains(t)).forEach(all::add);
        return all;
    }

    /** The tables whose foreign keys and plain indexes wait. */
    List<TableFacts> deferred() {
        return deferred;
    }

    /** The tables to be truncated, if they are empty, so that their rows are frozen from the start; quoted for SQL. */
    List<String> emptiedNames() {
        return List.copyOf(emptied.values());
    }

    boolean isEmpty() {
        return deferred.isEmpty() && emptied.isEmpty();
    }

    /**
     * Sentences for people.
     *
     * @param all whether also where a table's rows are so few that nobody would ask
     */
    List<String> notes(boolean all) {
        List<String> notes = new ArrayList<>();
        List<TableFacts> waiting = dropped();
        if (!waiting.isEmpty()) {
            int keys = deferred.stream().mapToInt(t -> t.keys().size()).sum();
            int indexes = deferred.stream().mapToInt(t -> t.indexes().size()).sum();
            int uniques =
                    unkeyed.values().stream().mapToInt(t -> t.uniques().size()).sum();
            Set<String> locked =
                    new TreeSet<>(unkeyed.values().stream().map(TableFacts::sql).toList());
            deferred.forEach(t -> {
                locked.add(t.sql());
                t.keys().forEach(k -> locked.add(k.parent()));
            });
            String tables = names(waiting.stream().map(TableFacts::id).toList());
            notes.add(
                    severalTransactions
                            ? "Load deferred: " + tables + ": " + counted(keys, "foreign key", "foreign keys")
                                    + " are added again after the rows; until then nothing holds others to them, either."
                            : "Load deferred: " + tables + ": " + counted(keys, "foreign key", "foreign keys")
                                    + (uniques == 0
                                            ? " and "
                                            : ", " + counted(uniques, "unique key", "unique keys") + " and ")
                                    + counted(indexes, "index", "indexes")
                                    + " are added again after the rows; until the commit nobody else can read or write "
                                    + counted(locked.size(), "table", "tables") + ".");
        }
        reasons.forEach((reason, tables) -> {
            if (all || missed) {
                notes.add("Load in place: " + names(tables) + ": " + reason + ".");
            }
        });
        return notes;
    }

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String names(List<String> tables) {
        return tables.size() <= NAMES_SHOWN
                ? String.join(", ", tables)
                : String.join(", ", tables.subList(0, NAMES_SHOWN - 1)) + " and " + (tables.size() - NAMES_SHOWN + 1)
                        + " more";
    }
}
