package dev.seedplan.processor.check;

import dev.seedplan.processor.ProcessorError;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.PlanReports;
import dev.seedplan.processor.schema.SchemaPackage;
import dev.seedplan.schema.Constraint.Deferral;
import dev.seedplan.schema.Constraint.ForeignKey;
import dev.seedplan.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts steps in an order in which every parent comes first, else in that of the declarations. A circle is opened at the
 * edge that costs least: one that no row of the plan uses, a DEFERRABLE foreign key, at last a nullable one, whose column
 * is then set after the load. An iterated parent never waits, since its rows decide how many there are.
 */
final class StepOrder {

    private final SchemaPackage schema;
    private final PlanReports reports;

    StepOrder(SchemaPackage schema, PlanReports reports) {
        this.schema = schema;
        this.reports = reports;
    }

    /** What it costs not to keep an edge; the order is that of preference. */
    private enum Cost {
        UNUSED,
        DEFERRABLE,
        NULLABLE,
        IMPOSSIBLE
    }

    private record Edge(
            int parent, int child, ForeignKey key, @Nullable Link link, Cost cost) {}

    /** {@return the steps in order; in any order after an error} */
    List<Step> sort(List<Step> steps) {
        List<Edge> kept = edges(steps);
        List<Edge> opened = new ArrayList<>();
        for (List<Edge> circle = circle(steps.size(), kept); !circle.isEmpty(); circle = circle(steps.size(), kept)) {
            Edge cheapest = circle.stream()
                    .min(Comparator.comparing(Edge::cost)
                            .thenComparing(Edge::child)
                            .thenComparing(Edge::parent))
                    .orElseThrow();
            if (cheapest.cost() == Cost.IMPOSSIBLE) {
                // Opened all the same, to see the others.
                report(steps, circle);
            }
            kept.remove(cheapest);
            opened.add(cheapest);
        }
        // Opening one circle may have made an earlier opening needless.
        opened.sort(Comparator.comparing(Edge::cost).reversed());
        for (Edge edge : List.copyOf(opened)) {
            kept.add(edge);
            if (circle(steps.size(), kept).isEmpty()) {
                opened.remove(edge);
            } else {
                kept.remove(edge);
            }
        }
        List<Step> sorted = new ArrayList<>();
        order(steps.size(), kept).forEach(index -> sorted.add(later(steps.get(index), index, opened)));
        return sorted;
    }

    private static Step later(Step step, int index, List<Edge> opened) {
        Set<Link> waiting = opened.stream()
                .filter(edge -> edge.child() == index && edge.cost() == Cost.NULLABLE)
                .map(Edge::link)
                .collect(Collectors.toSet());
        return step.withLinks(step.links().stream()
                .map(link -> waiting.contains(link) ? link.afterwards() : link)
                .toList());
    }

    private static List<Edge> edges(List<Step> steps) {
        List<Edge> edges = new ArrayList<>();
        for (int child = 0; child < steps.size(); child++) {
            Step step = steps.get(child);
            Table table = step.method().table();
            Set<String> linked = new HashSet<>();
            for (Link link : step.links()) {
                linked.add(link.key().name());
                if (link.existing() == null && !link.parent().name().equals(table.name())) {
                    add(steps, child, link.key(), link, cost(link, step), edges);
                }
            }
            for (ForeignKey key : table.foreignKeys()) {
                if (!linked.contains(key.name()) && !key.references().equals(table.name())) {
                    boolean own = step.own().containsAll(key.columns());
                    Cost cost = own && key.deferral() == Deferral.NOT_DEFERRABLE
                            ? Cost.IMPOSSIBLE
                            : own ? Cost.DEFERRABLE : Cost.UNUSED;
                    add(steps, child, key, null, cost, edges);
                }
            }
        }
        return edges;
    }

    private static void add(
            List<Step> steps, int child, ForeignKey key, @Nullable Link link, Cost cost, List<Edge> edges) {
        for (int parent = 0; parent < steps.size(); parent++) {
            if (steps.get(parent).method().table().name().equals(key.references())) {
                edges.add(new Edge(parent, child, key, link, cost));
            }
        }
    }

    private static Cost cost(Link link, Step step) {
        Table table = step.method().table();
        // What decides how many rows there are has to be there first.
        boolean counted = step.paired().filter(link::equals).isPresent();
        if (counted || link.role() == Link.Role.PER || link.role() == Link.Role.DISTRIBUTE) {
            return Cost.IMPOSSIBLE;
        } else if (link.key().deferral() != Deferral.NOT_DEFERRABLE) {
            return Cost.DEFERRABLE;
        }
        return ForeignKeys.nullable(link.key(), table) ? Cost.NULLABLE : Cost.IMPOSSIBLE;
    }

    /** The steps whose parents are all before them, always the first declared of those that may come next. */
    private static List<Integer> order(int steps, List<Edge> edges) {
        int[] missing = new int[steps];
        List<List<Integer>> children = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            children.add(new ArrayList<>());
        }
        for (Edge edge : edges) {
            missing[edge.child()]++;
            children.get(edge.parent()).add(edge.child());
        }
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < steps; i++) {
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (Integer next = ready.poll(); next != null; next = ready.poll()) {
            order.add(next);
            for (int child : children.get(next)) {
                if (--missing[child] == 0) {
                    ready.add(child);
                }
            }
        }
        return order;
    }

    /** A circle of edges, each leading from a child back to its parent; empty where there is none. */
    private static List<Edge> circle(int steps, List<Edge> edges) {
        Set<Integer> done = new HashSet<>(order(steps, edges));
        if (done.size() == steps) {
            return List.of();
        }
        int at = 0;
        while (done.contains(at)) {
            at++;
        }
        // Every step that is left waits for another one that is left: going on, one comes round.
        List<Edge> path = new ArrayList<>();
        List<Integer> seen = new ArrayList<>();
        while (!seen.contains(at)) {
            seen.add(at);
            int child = at;
            Edge next = edges.stream()
                    .filter(edge -> edge.child() == child && !done.contains(edge.parent()))
                    .findFirst()
                    .orElseThrow();
            path.add(next);
            at = next.parent();
        }
        return path.subList(seen.indexOf(at), path.size());
    }

    private void report(List<Step> steps, List<Edge> circle) {
        String text = circle.stream()
                .map(edge -> schema.shortName(
                                steps.get(edge.child()).method().table().name()) + "." + ForeignKeys.columns(edge.key())
                        + " -> " + schema.shortName(edge.key().references()))
                .collect(Collectors.joining(", "));
        Edge first = circle.get(0);
        Link link = first.link();
        Place place = link == null ? Place.of(steps.get(first.child()).method().element()) : link.place();
        reports.error(
                place,
                ProcessorError.CYCLE.message("the plan's tables depend on each other in a circle: " + text
                        + "; none of these foreign keys can wait, as an iterated parent never can"));
    }
}
