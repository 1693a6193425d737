package dev.seedplan.runtime.internal.fill;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are kept apart under all its unique keys: by a column with room for a value of its own in each row
 * (a driver), or by a {@link DistinctScheme} over foreign keys and columns with few values. A key too small for the rows
 * asked for is escaped where it can be (a NULL, or a row outside a partial index), else it limits the table.
 */
final class KeyPlan {

    /** A key that only the first rows can be in; the others escape it. */
    record Escape(UniqueKey key, long rows, int nullColumn) {}

    private final Set<Integer> nullsRepeat = new LinkedHashSet<>();
    private final Set<Integer> drivers = new LinkedHashSet<>();
    private final List<Component> components = new ArrayList<>();
    private final List<DistinctScheme> schemes = new ArrayList<>();
    private final List<Long> schemeRows = new ArrayList<>();
    private final List<Escape> escapes = new ArrayList<>();
    private final long offset;
    private long rows;
    private @Nullable String limit;

    private KeyPlan(long rows, long offset) {
        this.rows = rows;
        this.offset = offset;
    }

    /** What the plan needs to know of the table's columns. */
    interface Facts {

        /** {@return how many different values a column can take in all rows} */
        long size(int column);

        /** {@return whether a column may be NULL} */
        boolean nullable(int column);

        /** {@return whether a column has a value of its own in each row whatever is done: a sequence's} */
        boolean distinct(int column);

        /** {@return whether a value of its own in each row looks natural there, such as in a text or a uuid} */
        boolean pleasantDriver(int column);
    }

    /**
     * Plans the keys.
     *
     * @param wanted the number of rows
     * @param offset how many rows the table holds already
     */
    static KeyPlan of(FillTable table, List<ReferenceGroup> groups, Facts facts, long wanted, long offset, long seed) {
        KeyPlan plan = new KeyPlan(wanted, offset);
        table.uniques().stream().filter(u -> !u.nullsDistinct()).forEach(u -> plan.nullsRepeat.addAll(u.columns()));
        List<UniqueKey> keys = new ArrayList<>(table.uniques());
        keys.removeIf(k -> k.columns().stream().anyMatch(facts::distinct));
        // Keys of one column first: their drivers serve longer keys too.
        keys.sort((a, b) -> Integer.compare(a.columns().size(), b.columns().size()));
        List<UniqueKey> open = new ArrayList<>();
        for (UniqueKey key : keys) {
            if (!plan.driven(key, groups, facts)) {
                open.add(key);
            }
        }
        open.removeIf(k -> k.columns().stream().anyMatch(plan.drivers::contains));
        plan.arrange(open, groups, facts, seed);
        return plan;
    }

    private boolean driven(UniqueKey key, List<ReferenceGroup> groups, Facts facts) {
        if (key.columns().stream().anyMatch(drivers::contains)) {
            return true;
        }
        IntPredicate reference = c -> groups.stream().anyMatch(g -> g.has(c));
        int best = -1;
        for (int column : key.columns()) {
            if (reference.test(column) || facts.size(column) < rows + offset) {
                continue;
            }
            boolean better = best < 0
                    || (facts.pleasantDriver(column) && !facts.pleasantDriver(best))
                    || (facts.pleasantDriver(column) == facts.pleasantDriver(best)
                            && facts.size(column) > facts.size(best));
            if (better) {
                best = column;
            }
        }
        if (best < 0) {
            return false;
        }
        long parents = combinations(key, groups);
        if (!facts.pleasantDriver(best) && parents >= rows) {
            return false;
        }
        drivers.add(best);
        return true;
    }

    /** {@return in how many ways the parents in a key can be chosen; 0 for none} */
    private static long combinations(UniqueKey key, List<ReferenceGroup> groups) {
        long product = 0;
        for (ReferenceGroup group : groups) {
            for (int r = 0; r < group.references().size(); r++) {
                if (covers(key, group.references().get(r))) {
                    product = Math.max(product, 1)
                            * Math.max(1, Math.min(group.parents(r).size(), 1_000_000));
                    break;
                }
            }
        }
        return product;
    }

    private static boolean covers(UniqueKey key, Reference reference) {
        for (int column : reference.columns()) {
            if (!key.columns().contains(column)) {
                return false;
            }
        }
        return true;
    }

    private void arrange(List<UniqueKey> keys, List<ReferenceGroup> groups, Facts facts, long seed) {
        List<BitSet> sets = new ArrayList<>();
        for (UniqueKey key : keys) {
            sets.add(components(key, groups, facts));
        }
        List<Integer> hard = new ArrayList<>();
        List<Integer> soft = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            boolean small = scheme(List.of(sets.get(i)), seed).capacity() < rows;
            (small && canEscape(keys.get(i), facts) ? soft : hard).add(i);
        }
        List<BitSet> hardSets = hard.stream().map(sets::get).toList();
        DistinctScheme main = scheme(hardSets, seed);
        if (main.capacity() < rows) {
            rows = main.capacity();
            limit = hard.stream()
                    .filter(i -> scheme(List.of(sets.get(i)), seed).capacity() <= rows)
                    .map(i -> "unique index " + keys.get(i).name() + " has room for " + rows
                            + (offset > 0 ? " more" : "") + (rows == 1 ? " row" : " rows"))
                    .findFirst()
                    .orElse("unique indexes that share columns have room for " + rows + " rows together");
        }
        schemes.add(main);
        schemeRows.add(rows);
        BitSet taken = new BitSet();
        hardSets.forEach(taken::or);
        for (int i : soft) {
            boolean free = !sets.get(i).intersects(taken);
            DistinctScheme own = scheme(List.of(sets.get(i)), seed + 1 + i);
            long room = free ? Math.min(rows, own.capacity()) : 0;
            if (free) {
                schemes.add(own);
                schemeRows.add(room);
                taken.or(sets.get(i));
            }
            int nullColumn = keys.get(i).nullsDistinct()
                    ? keys.get(i).columns().stream()
                            .filter(facts::nullable)
                            .findFirst()
                            .orElse(-1)
                    : -1;
            if (room < rows) {
                escapes.add(new Escape(keys.get(i), room, nullColumn));
            }
        }
    }

    private static boolean canEscape(UniqueKey key, Facts facts) {
        return key.predicate() != null
                || (key.nullsDistinct() && key.columns().stream().anyMatch(facts::nullable));
    }

    private DistinctScheme scheme(List<BitSet> sets, long seed) {
        long[] sizes = components.stream().mapToLong(Component::size).toArray();
        BitSet plain = new BitSet();
        for (int i = 0; i < components.size(); i++) {
            plain.set(i, components.get(i) instanceof Component.Values);
        }
        return DistinctScheme.of(sets, sizes, rows, seed, plain, offset);
    }

    private BitSet components(UniqueKey key, List<ReferenceGroup> groups, Facts facts) {
        BitSet set = new BitSet();
        Set<Integer> rest = new LinkedHashSet<>(key.columns());
        for (int g = 0; g < groups.size(); g++) {
            List<Integer> covered = new ArrayList<>();
            ReferenceGroup group = groups.get(g);
            for (int r = 0; r < group.references().size(); r++) {
                if (covers(key, group.references().get(r)) && !implied(group, r, key)) {
                    covered.add(r);
                }
            }
            if (!covered.isEmpty()) {
                covered.sort((a, b) -> group.references().get(b).columns().length
                        - group.references().get(a).columns().length);
                set.set(number(parents(g, group, covered)));
            }
            rest.removeIf(group::has);
        }
        for (int column : rest) {
            set.set(number(new Component.Values(column, Math.max(1, facts.size(column)))));
        }
        return set;
    }

    /** A key whose columns are all among those of a longer one in the group adds no choice. */
    private static boolean implied(ReferenceGroup group, int reference, UniqueKey key) {
        Reference own = group.references().get(reference);
        for (int r = 0; r < group.references().size(); r++) {
            Reference other = group.references().get(r);
            boolean within = r != reference && covers(key, other);
            for (int column : own.columns()) {
                within &= other.has(column);
            }
            if (within && (other.columns().length > own.columns().length || r < reference)) {
                return true;
            }
        }
        return false;
    }

    private static Component parents(int place, ReferenceGroup group, List<Integer> covered) {
        if (covered.size() == 1) {
            return new Component.Parents(
                    place, covered, new long[0], group.parents(covered.get(0)).size());
        }
        long[] sums = group.joint(covered.stream().mapToInt(Integer::intValue).toArray());
        return new Component.Parents(place, List.copyOf(covered), sums, sums[sums.length - 1]);
    }

    private int number(Component component) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).same(component)) {
                return i;
            }
        }
        components.add(component);
        return components.size() - 1;
    }

    /** {@return why a column has the values it has: the unique indexes it keeps rows apart under; empty if none} */
    List<String> reasons(FillTable table, int column) {
        List<String> reasons = new ArrayList<>();
        for (UniqueKey key : table.uniques()) {
            if (!key.columns().contains(column)) {
                continue;
            }
            if (drivers.contains(column)) {
                reasons.add("different in each row, for unique index " + key.name());
            } else if (components.stream().anyMatch(c -> c instanceof Component.Values few && few.column() == column)) {
                reasons.add("each combination once, for unique index " + key.name());
            }
        }
        return reasons;
    }

    /** {@return how many rows fit} */
    long rows() {
        return rows;
    }

    /** {@return why not all rows asked for fit; null if they do} */
    @Nullable
    String limit() {
        return limit;
    }

    /** {@return the columns with a value of their own in each row} */
    Set<Integer> drivers() {
        return drivers;
    }

    /** {@return whether a NULL in a column would repeat, since a unique index takes NULLs for equal} */
    boolean mustHaveValue(int column) {
        return nullsRepeat.contains(column);
    }

    List<Component> components() {
        return components;
    }

    /** {@return for each component the number of its value in a row; -1 where it is free} */
    long[] at(long row, int attempt) {
        long[] all = new long[components.size()];
        java.util.Arrays.fill(all, -1);
        for (int s = 0; s < schemes.size(); s++) {
            if (row < schemeRows.get(s)) {
                long[] values = schemes.get(s).at(row, attempt * rows);
                for (int i = 0; i < values.length; i++) {
                    if (values[i] >= 0) {
                        all[i] = values[i];
                    }
                }
            }
        }
        return all;
    }

    /** {@return the keys that a row has to stay out of} */
    List<Escape> escapes(long row) {
        return escapes.stream().filter(e -> row >= e.rows()).toList();
    }
}
