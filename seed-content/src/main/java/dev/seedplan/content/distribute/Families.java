package dev.seedplan.content.distribute;

import dev.seedplan.spi.DistributionTask.Quota;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Quotas as two families: in each, two quotas are of assets that are disjoint or contained in one another, as categories
 * are, or periods. Each family is a tree, and two trees are what a flow can have, one on either side.
 *
 * @param side of each quota 0 or 1
 * @param parents of each quota the smallest of its family that contains it, -1 for none
 */
record Families(int[] side, int[] parents) {

    /** {@return the families, null where there would have to be three} */
    static @Nullable Families of(List<Quota> quotas) {
        int[] side = new int[quotas.size()];
        Arrays.fill(side, -1);
        for (int start = 0; start < side.length; start++) {
            if (side[start] < 0) {
                side[start] = 0;
                Deque<Integer> open = new ArrayDeque<>(List.of(start));
                while (!open.isEmpty()) {
                    int quota = open.remove();
                    for (int other = 0; other < side.length; other++) {
                        if (!cross(quotas.get(quota), quotas.get(other))) {
                            continue;
                        }
                        if (side[other] == side[quota]) {
                            return null;
                        }
                        if (side[other] < 0) {
                            side[other] = 1 - side[quota];
                            open.add(other);
                        }
                    }
                }
            }
        }
        return new Families(side, parents(quotas, side));
    }

    private static boolean cross(Quota a, Quota b) {
        if (!a.members().intersects(b.members())) {
            return false;
        }
        return !contains(a.members(), b.members()) && !contains(b.members(), a.members());
    }

    private static boolean contains(BitSet outer, BitSet inner) {
        BitSet rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty();
    }

    private static int[] parents(List<Quota> quotas, int[] side) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, quotas.size()).boxed().toList());
        // Of equal ones the earlier is the outer one.
        order.sort(Comparator.comparingInt(q -> -quotas.get(q).members().cardinality()));
        int[] parents = new int[quotas.size()];
        for (int i = 0; i < order.size(); i++) {
            int quota = order.get(i);
            parents[quota] = -1;
            for (int k = 0; k < i; k++) {
                int outer = order.get(k);
                if (side[outer] == side[quota]
                        && contains(
                                quotas.get(outer).members(), quotas.get(quota).members())) {
                    parents[quota] = outer;
                }
            }
        }
        return parents;
    }

    boolean crossing() {
        return Arrays.stream(side).anyMatch(s -> s == 1);
    }

    /** {@return the smallest quota of a side that an asset is in, -1 for none} */
    int innermost(int wanted, int asset, List<Quota> quotas) {
        int found = -1;
        for (int quota = 0; quota < side.length; quota++) {
            if (side[quota] == wanted
                    && quotas.get(quota).members().get(asset)
                    && (found < 0 || isBelow(quota, found))) {
                found = quota;
            }
        }
        return found;
    }

    private boolean isBelow(int quota, int outer) {
        for (int at = parents[quota]; at >= 0; at = parents[at]) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }
}
