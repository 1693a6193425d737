package dev.seedplan.content.distribute;

import dev.seedplan.spi.DistributionTask;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as a flow with lower bounds: total, first family of quotas, classes of assets, second family, targets. Where all
 * targets may have all assets and each is used once, classes and targets need not know of each other, and meet in a hub.
 */
final class BoundedFlow {

    /** An arc; its bounds are a rule's number times a factor, or a constant. */
    private record Arc(int from, int into, int factor, int low, int high, int room) {}

    private static final int NONE = -1;
    private static final int SOURCE = 0;
    private static final int SINK = 1;
    private static final int TOTAL = 2;
    private static final int HUB = 3;
    private static final int UNBOUNDED = Integer.MAX_VALUE / 4;

    private final Rules rules;
    private final List<Arc> arcs = new ArrayList<>();
    private final int nodes;
    private final int firstTarget;
    private final int[][] pairs;
    private final int[] classArcs;

    BoundedFlow(DistributionTask task, Rules rules, Families families, AssetClasses parts, boolean hub) {
        this.rules = rules;
        int quotas = HUB + 1;
        int classes = quotas + task.quotas().size();
        int groups = classes + parts.classes().size();
        nodes = groups + parts.groups().size();
        arcs.add(new Arc(SOURCE, TOTAL, 1, Rules.TOTAL_MIN, Rules.TOTAL_MAX, 0));
        for (int quota = 0; quota < task.quotas().size(); quota++) {
            int parent = families.parents()[quota];
            boolean first = families.side()[quota] == 0;
            int outer = parent >= 0 ? quotas + parent : first ? TOTAL : HUB;
            int low = Rules.QUOTAS + 2 * quota;
            arcs.add(
                    first
                            ? new Arc(outer, quotas + quota, 1, low, low + 1, 0)
                            : new Arc(quotas + quota, outer, 1, low, low + 1, 0));
        }
        pairs = new int[parts.classes().size()][hub ? 0 : parts.groups().size()];
        classArcs = new int[parts.classes().size()];
        for (int each = 0; each < classArcs.length; each++) {
            int size = parts.classes().get(each).length;
            int[] place = parts.places().get(each);
            int uses = (int) Math.min((long) size * Math.min(task.capacity(), task.targets()), UNBOUNDED);
            classArcs[each] = arcs.size();
            arcs.add(new Arc(place[0] < 0 ? TOTAL : quotas + place[0], classes + each, 0, NONE, NONE, uses));
            if (hub) {
                arcs.add(new Arc(classes + each, place[1] < 0 ? HUB : quotas + place[1], 0, NONE, NONE, uses));
                continue;
            }
            for (int group = 0; group < parts.groups().size(); group++) {
                pairs[each][group] = NONE;
                if (parts.allowed().get(each).get(group)) {
                    pairs[each][group] = arcs.size();
                    long most = (long) size * parts.groups().get(group).length;
                    arcs.add(new Arc(classes + each, groups + group, 0, NONE, NONE, (int) Math.min(most, UNBOUNDED)));
                }
            }
        }
        if (hub) {
            for (int group = 0; group < parts.groups().size(); group++) {
                arcs.add(new Arc(HUB, groups + group, 0, NONE, NONE, UNBOUNDED));
            }
        }
        firstTarget = arcs.size();
        for (int group = 0; group < parts.groups().size(); group++) {
            arcs.add(new Arc(groups + group, SINK, parts.groups().get(group).length, Rules.MIN, Rules.MAX, 0));
        }
    }

    private int low(Arc arc, int[] by) {
        return arc.low == NONE ? 0 : bounded((long) arc.factor * rules.number(arc.low, by));
    }

    private int high(Arc arc, int[] by) {
        return arc.high == NONE ? arc.room : bounded((long) arc.factor * rules.number(arc.high, by));
    }

    private static int bounded(long number) {
        return (int) Math.min(number, UNBOUNDED);
    }

    /** {@return why there is no flow after relaxing; null if there is one} */
    @Nullable
    Cut contradiction(int[] by) {
        for (Arc arc : arcs) {
            if (low(arc, by) > high(arc, by)) {
                return cut(List.of(arc), List.of(arc));
            }
        }
        Solved solved = new Solved(by, null);
        if (solved.complete()) {
            return null;
        }
        List<Arc> entering = new ArrayList<>();
        List<Arc> leaving = new ArrayList<>();
        for (Arc arc : arcs) {
            boolean from = solved.network.reached(arc.from);
            boolean into = solved.network.reached(arc.into);
            if (into && !from) {
                entering.add(arc);
            } else if (from && !into) {
                leaving.add(arc);
            }
        }
        return cut(entering, leaving);
    }

    private Cut cut(List<Arc> entering, List<Arc> leaving) {
        int[] weights = new int[rules.count()];
        int[] none = new int[rules.count()];
        long deficit = 0;
        for (Arc arc : entering) {
            deficit += low(arc, none);
            if (arc.low != NONE) {
                weights[arc.low] += arc.factor;
            }
        }
        for (Arc arc : leaving) {
            deficit -= high(arc, none);
            if (arc.high != NONE) {
                weights[arc.high] += arc.factor;
            }
        }
        return new Cut(weights, deficit);
    }

    /** {@return the largest flow} */
    Solved largest(int[] by) {
        Solved solved = new Solved(by, null);
        solved.more(UNBOUNDED);
        return solved;
    }

    /** {@return a flow of that size whose targets have what was wished for them, as far as the bounds allow} */
    Solved wished(int[] by, int total, int[] wishes) {
        Solved solved = new Solved(by, wishes);
        if (!solved.complete()) {
            solved.widen(by, wishes);
        }
        solved.more(total);
        if (solved.total() < total) {
            solved.widen(by, wishes);
            solved.more(total);
        }
        return solved;
    }

    /** A flow that keeps the bounds, if there is one. */
    final class Solved {

        private final Network network = new Network(nodes + 2);
        private final int[] numbers = new int[arcs.size()];
        private final int[] lows = new int[arcs.size()];
        private final int circle;
        private int missing;
        private boolean wide;

        private Solved(int[] by, int @Nullable [] wishes) {
            int[] excess = new int[nodes];
            for (int i = 0; i < numbers.length; i++) {
                Arc arc = arcs.get(i);
                // Where there are wishes the total is reached by filling up, after the lower bounds.
                lows[i] = wishes != null && i == 0 ? 0 : low(arc, by);
                int high =
                        wishes != null && i >= firstTarget ? Math.max(lows[i], wishes[i - firstTarget]) : high(arc, by);
                numbers[i] = network.arc(arc.from, arc.into, high - lows[i]);
                excess[arc.into] += lows[i];
                excess[arc.from] -= lows[i];
            }
            circle = network.arc(SINK, SOURCE, UNBOUNDED);
            for (int node = 0; node < nodes; node++) {
                if (excess[node] > 0) {
                    network.arc(nodes, node, excess[node]);
                    missing += excess[node];
                } else if (excess[node] < 0) {
                    network.arc(node, nodes + 1, -excess[node]);
                }
            }
            missing -= network.send(nodes, nodes + 1, missing);
            if (missing > 0) {
                // Another look, so that what can be reached is that of the last flow.
                network.send(nodes, nodes + 1, missing);
            }
        }

        boolean complete() {
            return missing == 0;
        }

        private void widen(int[] by, int[] wishes) {
            if (!wide) {
                for (int i = firstTarget; i < numbers.length; i++) {
                    network.widen(numbers[i], high(arcs.get(i), by) - Math.max(lows[i], wishes[i - firstTarget]));
                }
                wide = true;
            }
            missing -= network.send(nodes, nodes + 1, missing);
        }

        private void more(int total) {
            int now = total();
            if (total > now) {
                int held = network.flow(circle);
                network.close(circle);
                network.send(SOURCE, SINK, total - now);
                network.reopen(circle, held);
            }
        }

        int total() {
            return lows[0] + network.flow(numbers[0]);
        }

        int ofTarget(int group) {
            int arc = firstTarget + group;
            return lows[arc] + network.flow(numbers[arc]);
        }

        int ofClass(int each) {
            return network.flow(numbers[classArcs[each]]);
        }

        int between(int each, int group) {
            return pairs[each][group] == NONE ? 0 : network.flow(numbers[pairs[each][group]]);
        }
    }
}
