package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.Reference;
import dev.seedplan.runtime.internal.rules.UniqueKey;
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
final class KeyPlanner {

    private final Set<Integer> nullsRepeat = new LinkedHashSet<>();
    private final Set<Integer> drivers = new LinkedHashSet<>();
    private final List<Component> components = new ArrayList<>();
    private final List<KeyPlan.Scheme> schemes = new ArrayList<>();
    private final List<KeyPlan.Escape> escapes = new ArrayList<>();
    private final long offset;
    private long rows;
    private @Nullable String limit;

    private KeyPlanner(long rows, long offset) {
        this.rows = rows;
        this.offset = offset;
    }

    /**
     * Plans the keys.
     *
     * @param wanted the number of rows
     * @param offset how many rows the table holds already
     */
    static KeyPlan plan(
            FillTable table, List<ReferenceGroup> groups, ColumnFacts facts, long wanted, long offset, long seed) {
        KeyPlanner plan = new KeyPlanner(wanted, offset);
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
        return new KeyPlan(
                plan.rows, plan.limit, plan.drivers, plan.nullsRepeat, plan.components, plan.schemes, plan.escapes);
    }

    private boolean driven(UniqueKey key, List<ReferenceGroup> groups, ColumnFacts facts) {
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

    private void arrange(List<UniqueKey> keys, List<ReferenceGroup> groups, ColumnFacts facts, long seed) {
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
        schemes.add(new KeyPlan.Scheme(main, rows));
        BitSet taken = new BitSet();
        hardSets.forEach(taken::or);
        for (int i : soft) {
            boolean free = !sets.get(i).intersects(taken);
            DistinctScheme own = scheme(List.of(sets.get(i)), seed + 1 + i);
            long room = free ? Math.min(rows, own.capacity()) : 0;
            if (free) {
                schemes.add(new KeyPlan.Scheme(own, room));
                taken.or(sets.get(i));
            }
            int nullColumn = keys.get(i).nullsDistinct()
                    ? keys.get(i).columns().stream()
                            .filter(facts::nullable)
                            .findFirst()
                            .orElse(-1)
                    : -1;
            if (room < rows) {
                escapes.add(new KeyPlan.Escape(keys.get(i), room, nullColumn));
            }
        }
    }

    private static boolean canEscape(UniqueKey key, ColumnFacts facts) {
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

    private BitSet components(UniqueKey key, List<ReferenceGroup> groups, ColumnFacts facts) {
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
}
