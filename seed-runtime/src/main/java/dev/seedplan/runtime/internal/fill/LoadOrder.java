package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.Reference;
import dev.seedplan.schema.QName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which tables are loaded: parents first. Tables whose foreign keys make a circle form a group: where a key of
 * the circle can wait for the end of the transaction they are loaded one after the other, else by one statement.
 *
 * <p>The strongly connected components are Tarjan's (R. Tarjan, "Depth-first search and linear graph algorithms", 1972).
 */
final class LoadOrder {

    /**
     * Tables that are planned together.
     *
     * @param tables in the order of loading
     * @param oneStatement whether one statement must insert into all of them
     */
    record Group(List<FillTable> tables, boolean oneStatement) {

        boolean circle() {
            return tables.size() > 1;
        }
    }

    private final Map<FillTable, List<FillTable>> edges;
    private final Map<FillTable, Integer> numbers = new HashMap<>();
    private final Map<FillTable, Integer> lows = new HashMap<>();
    private final Deque<FillTable> stack = new ArrayDeque<>();
    private final Set<FillTable> onStack = new HashSet<>();
    private final List<List<FillTable>> components = new ArrayList<>();

    private LoadOrder(Map<FillTable, List<FillTable>> edges) {
        this.edges = edges;
    }

    /** {@return the groups in the order of loading} */
    static List<Group> of(List<FillTable> tables) {
        List<Group> groups = new ArrayList<>();
        for (List<FillTable> component : components(tables, true)) {
            if (component.size() == 1) {
                groups.add(new Group(component, false));
                continue;
            }
            List<List<FillTable>> parts = components(component, false);
            if (parts.stream().allMatch(p -> p.size() == 1)) {
                groups.add(new Group(parts.stream().map(p -> p.get(0)).toList(), false));
            } else {
                groups.add(new Group(parts.stream().flatMap(List::stream).toList(), true));
            }
        }
        return groups;
    }

    private static List<List<FillTable>> components(List<FillTable> tables, boolean deferrable) {
        Map<QName, FillTable> byName = new HashMap<>();
        tables.forEach(t -> byName.put(t.name(), t));
        Map<FillTable, List<FillTable>> edges = new LinkedHashMap<>();
        for (FillTable table : tables) {
            List<FillTable> parents = new ArrayList<>();
            for (Reference reference : table.references()) {
                FillTable parent = byName.get(reference.key().references());
                if (parent != null && parent != table && (deferrable || !reference.deferrable())) {
                    parents.add(parent);
                }
            }
            edges.put(table, parents);
        }
        LoadOrder order = new LoadOrder(edges);
        for (FillTable table : tables) {
            if (!order.numbers.containsKey(table)) {
                order.visit(table);
            }
        }
        return order.components;
    }

    /** Iterative: a chain of thousands of tables must not overflow the stack. */
    private void visit(FillTable start) {
        Deque<FillTable> path = new ArrayDeque<>();
        Map<FillTable, Integer> next = new HashMap<>();
        open(start, path);
        while (!path.isEmpty()) {
            FillTable table = path.getLast();
            List<FillTable> parents = edges.getOrDefault(table, List.of());
            int i = next.merge(table, 1, Integer::sum) - 1;
            if (i < parents.size()) {
                FillTable parent = parents.get(i);
                if (!numbers.containsKey(parent)) {
                    open(parent, path);
                } else if (onStack.contains(parent)) {
                    lows.merge(table, numbers.getOrDefault(parent, 0), Math::min);
                }
                continue;
            }
            path.removeLast();
            int low = lows.getOrDefault(table, 0);
            if (!path.isEmpty()) {
                lows.merge(path.getLast(), low, Math::min);
            }
            if (low == numbers.getOrDefault(table, 0)) {
                close(table);
            }
        }
    }

    private void open(FillTable table, Deque<FillTable> path) {
        int number = numbers.size();
        numbers.put(table, number);
        lows.put(table, number);
        stack.addLast(table);
        onStack.add(table);
        path.addLast(table);
    }

    private void close(FillTable root) {
        List<FillTable> component = new ArrayList<>();
        FillTable table;
        do {
            table = stack.removeLast();
            onStack.remove(table);
            component.add(0, table);
        } while (table != root);
        components.add(component);
    }
}
