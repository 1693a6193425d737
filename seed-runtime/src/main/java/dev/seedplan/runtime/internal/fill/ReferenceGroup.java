package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.Reference;
import dev.seedplan.runtime.internal.types.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys of a table that share columns, directly or through one another, whose parents are therefore chosen jointly: the
 * first one's parent freely, each further one's among the parents that agree in the columns already chosen.
 */
final class ReferenceGroup {

    /** How many other parents of the first key are tried when those of another key do not fit it. */
    private static final int PROBES = 256;

    private final List<Reference> references;
    private final List<ParentRows> parents;
    private final Map<String, Map<List<Object>, long[]>> indexes = new HashMap<>();

    ReferenceGroup(List<Reference> references, List<ParentRows> parents) {
        this.references = references;
        this.parents = parents;
    }

    /** {@return the groups of a table's foreign keys} */
    static List<ReferenceGroup> of(List<Reference> references, Function<Reference, ParentRows> parents) {
        List<Reference> open = new ArrayList<>(references);
        List<ReferenceGroup> all = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Reference> group = new ArrayList<>(List.of(open.remove(0)));
            for (int i = 0; i < open.size(); ) {
                Reference next = open.get(i);
                if (group.stream().anyMatch(next::sharesColumnWith)) {
                    group.add(open.remove(i));
                    i = 0;
                } else {
                    i++;
                }
            }
            all.add(new ReferenceGroup(group, group.stream().map(parents).toList()));
        }
        return all;
    }

    List<Reference> references() {
        return references;
    }

    ParentRows parents(int reference) {
        return parents.get(reference);
    }

    boolean has(int column) {
        return references.stream().anyMatch(r -> r.has(column));
    }

    /** Judges whether a value may stand in a column. */
    interface Judge {

        /** {@return whether it may} */
        boolean allows(int column, @Nullable Object value);
    }

    /**
     * Chooses parents and sets the columns.
     *
     * @param wanted whether each reference gets a parent; the others' own columns are left alone
     * @param first the parent of the first wanted reference; -1 to draw one
     * @param child the number of the row that refers
     * @param values of the row; those not null are kept to
     * @return whether parents were found
     */
    boolean choose(boolean[] wanted, long first, long child, Draws draws, @Nullable Object[] values, Judge judge) {
        List<Integer> order = order(wanted);
        if (order.isEmpty()) {
            return true;
        }
        @Nullable Object[] before = values.clone();
        int lead = order.get(0);
        long[] candidates = candidates(lead, values);
        long size = candidates == null ? parents.get(lead).size(child) : candidates.length;
        if (size == 0) {
            return false;
        }
        long start = first >= 0 ? first : draws.of(references.get(lead).name()).below(size);
        long tries = first >= 0 ? 1 : Math.min(size, PROBES);
        for (long t = 0; t < tries; t++) {
            // Where other columns leave only some parents, the number counts among those.
            long at = first >= 0 && candidates == null ? first : (start + t) % size;
            if (set(lead, candidates == null ? at : candidates[(int) at], values, judge)
                    && rest(order, child, draws, values, judge)) {
                return true;
            }
            System.arraycopy(before, 0, values, 0, values.length);
        }
        return false;
    }

    private boolean rest(List<Integer> order, long child, Draws draws, @Nullable Object[] values, Judge judge) {
        for (int i = 1; i < order.size(); i++) {
            int reference = order.get(i);
            long[] fitting = candidates(reference, values);
            long size = fitting == null ? parents.get(reference).size(child) : fitting.length;
            boolean found = false;
            long start =
                    size == 0 ? 0 : draws.of(references.get(reference).name()).below(size);
            for (long t = 0; t < Math.min(size, PROBES) && !found; t++) {
                long at = (start + t) % size;
                found = set(reference, fitting == null ? at : fitting[(int) at], values, judge);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Those with the most columns lead: they leave the others the least choice. */
    private List<Integer> order(boolean[] wanted) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i]) {
                order.add(i);
            }
        }
        order.sort(
                (a, b) -> references.get(b).columns().length - references.get(a).columns().length);
        return order;
    }

    private boolean set(int reference, long parent, @Nullable Object[] values, Judge judge) {
        Reference key = references.get(reference);
        for (int c = 0; c < key.columns().length; c++) {
            Object value = parents.get(reference).value(parent, key.targets()[c]);
            int column = key.columns()[c];
            boolean fits = value != null
                    && (values[column] == null ? judge.allows(column, value) : same(values[column], value));
            if (!fits) {
                return false;
            }
            values[column] = value;
        }
        return true;
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return (a instanceof byte[] left && b instanceof byte[] right)
                ? Arrays.equals(left, right)
                : Objects.equals(a, b);
    }

    /** {@return the parents that agree with what is set; null for all} */
    private long @Nullable [] candidates(int reference, @Nullable Object[] values) {
        if (parents.get(reference).growing()) {
            return null;
        }
        Reference key = references.get(reference);
        List<Integer> fixed = new ArrayList<>();
        List<Object> wanted = new ArrayList<>();
        for (int c = 0; c < key.columns().length; c++) {
            Object value = values[key.columns()[c]];
            if (value != null) {
                fixed.add(c);
                wanted.add(comparable(value));
            }
        }
        if (fixed.isEmpty()) {
            return null;
        }
        long[] found = indexes.computeIfAbsent(reference + ":" + fixed, k -> index(reference, fixed))
                .get(wanted);
        return found == null ? new long[0] : found;
    }

    private Map<List<Object>, long[]> index(int reference, List<Integer> fixed) {
        Map<List<Object>, List<Long>> lists = new HashMap<>();
        ParentRows rows = parents.get(reference);
        for (long p = 0; p < rows.size(); p++) {
            List<Object> key = new ArrayList<>();
            for (int c : fixed) {
                Object value = rows.value(p, references.get(reference).targets()[c]);
                if (value != null) {
                    key.add(comparable(value));
                }
            }
            if (key.size() == fixed.size()) {
                lists.computeIfAbsent(key, k -> new ArrayList<>()).add(p);
            }
        }
        Map<List<Object>, long[]> index = new HashMap<>();
        lists.forEach((key, list) ->
                index.put(key, list.stream().mapToLong(Long::longValue).toArray()));
        return index;
    }

    private static Object comparable(Object value) {
        return value instanceof byte[] bytes ? java.nio.ByteBuffer.wrap(bytes) : value;
    }

    // -- joint choices, for unique keys over several of the references --

    /** {@return prefix sums: how many joint choices of {@code covered} begin with a parent below each of the first one's} */
    long[] joint(int[] covered) {
        ParentRows lead = parents.get(covered[0]);
        long[] sums = new long[Math.toIntExact(lead.size()) + 1];
        int width = references.stream()
                        .flatMapToInt(r -> Arrays.stream(r.columns()))
                        .max()
                        .orElse(0)
                + 1;
        for (int p = 0; p < lead.size(); p++) {
            long product = 1;
            @Nullable Object[] values = new Object[width];
            if (set(covered[0], p, values, (c, v) -> true)) {
                for (int i = 1; i < covered.length; i++) {
                    long[] fitting = candidates(covered[i], values);
                    product *= fitting == null ? parents.get(covered[i]).size() : fitting.length;
                }
            } else {
                product = 0;
            }
            sums[p + 1] = sums[p] + product;
        }
        return sums;
    }

    /** Sets the columns of the {@code number}-th joint choice. */
    boolean choose(int[] covered, long[] sums, long number, @Nullable Object[] values, Judge judge) {
        int at = Arrays.binarySearch(sums, number);
        int lead = at >= 0 ? at : -at - 2;
        while (sums[lead + 1] == sums[lead]) {
            lead++;
        }
        long rest = number - sums[lead];
        if (!set(covered[0], lead, values, judge)) {
            return false;
        }
        for (int i = 1; i < covered.length; i++) {
            long[] fitting = candidates(covered[i], values);
            long size = fitting == null ? parents.get(covered[i]).size() : fitting.length;
            long pick = rest % Math.max(1, size);
            rest /= Math.max(1, size);
            if (!set(covered[i], fitting == null ? pick : fitting[(int) pick], values, judge)) {
                return false;
            }
        }
        return true;
    }
}
