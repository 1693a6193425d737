package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.schema.QName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tables in groups, children before parents; a group of several refers to itself in a circle. Strongly connected components
 * by R. Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972), whose order is this one for edges to children.
 */
final class DeletionOrder {

    private final Map<QName, Set<QName>> children = new HashMap<>();
    private final Map<QName, Integer> numbers = new HashMap<>();
    private final Deque<QName> stack = new ArrayDeque<>();
    private final List<Set<QName>> groups = new ArrayList<>();

    DeletionOrder(Collection<QName> tables, Collection<ForeignKey> keys) {
        Set<QName> sorted = new TreeSet<>(tables);
        sorted.forEach(t -> children.put(t, new TreeSet<>()));
        for (ForeignKey key : keys) {
            Set<QName> of = children.get(key.parent());
            if (of != null && children.containsKey(key.child())) {
                of.add(key.child());
            }
        }
        for (QName table : sorted) {
            if (!numbers.containsKey(table)) {
                visit(table);
            }
        }
    }

    /** {@return the groups in the order in which they can be deleted} */
    List<Set<QName>> groups() {
        return groups;
    }

    private int visit(QName table) {
        int number = numbers.size();
        numbers.put(table, number);
        stack.push(table);
        int low = number;
        for (QName child : children.getOrDefault(table, Set.of())) {
            Integer known = numbers.get(child);
            if (known == null) {
                low = Math.min(low, visit(child));
            } else if (stack.contains(child)) {
                low = Math.min(low, known);
            }
        }
        if (low == number) {
            Set<QName> group = new TreeSet<>();
            QName member;
            do {
                member = stack.pop();
                group.add(member);
            } while (!member.equals(table));
            groups.add(group);
        }
        return low;
    }
}
