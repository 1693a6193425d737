package dev.seedplan.runtime.internal.solve;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bellman and Ford's search for a cycle of negative length, in which a strict bound is a little shorter than it says. */
final class DifferenceCycles {

    /**
     * {@code to - from} is at most a distance, or less.
     *
     * @param unit what both columns are counted in
     */
    record Edge(String from, String to, BigDecimal distance, boolean strict, BigDecimal unit) {}

    /** A distance and how many strict bounds are in it. */
    private record Length(BigDecimal distance, int strict) {

        boolean isShorterThan(Length other) {
            int order = distance.compareTo(other.distance);
            return order < 0 || (order == 0 && strict > other.strict);
        }
    }

    private final List<Edge> edges;

    DifferenceCycles(List<Edge> edges) {
        this.edges = edges;
    }

    boolean exist() {
        // Columns in different units are not compared around a cycle.
        if (edges.stream()
                        .map(edge -> edge.unit().stripTrailingZeros())
                        .distinct()
                        .count()
                > 1) {
            return false;
        }
        Map<String, Length> reached = new HashMap<>();
        for (Edge edge : edges) {
            reached.put(edge.from(), new Length(BigDecimal.ZERO, 0));
            reached.put(edge.to(), new Length(BigDecimal.ZERO, 0));
        }
        for (int round = 0; round <= reached.size(); round++) {
            boolean changed = false;
            for (Edge edge : edges) {
                Length from = reached.getOrDefault(edge.from(), new Length(BigDecimal.ZERO, 0));
                Length by = new Length(from.distance.add(edge.distance()), from.strict + (edge.strict() ? 1 : 0));
                if (by.isShorterThan(reached.getOrDefault(edge.to(), by))) {
                    reached.put(edge.to(), by);
                    changed = true;
                }
            }
            if (!changed) {
                return false;
            }
        }
        return true;
    }
}
