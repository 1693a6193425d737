package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.types.Draws;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays that meet facts. */
final class ListValues {

    private ListValues() {}

    static boolean possible(ListFacts facts, ColumnType element) {
        if (facts.min() > facts.max() || facts.members().size() > facts.max()) {
            return false;
        }
        // Without an element that fits only the empty array is left.
        return (facts.min() == 0 && facts.members().isEmpty()) || element.refined(facts.elements()) != null;
    }

    static @Nullable Boolean meets(ListFacts facts, List<?> list, ColumnType element) {
        if (list.size() < facts.min() || list.size() > facts.max()) {
            return false;
        }
        boolean decided = true;
        List<Object> keys = new ArrayList<>();
        for (Object item : list) {
            Boolean fits = item == null
                    ? Boolean.valueOf(facts.elements().nullness() != Nullness.NOT_NULL)
                    : item instanceof List ? null : element.meets(facts.elements(), item);
            if (Boolean.FALSE.equals(fits)) {
                return false;
            }
            decided &= fits != null;
            Object key = item == null ? null : element.keyOfValue(item);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys.containsAll(facts.members()) ? (decided ? true : null) : Boolean.FALSE;
    }

    /** The elements that fit, with those that must occur, cut to the length. */
    static List<@Nullable Object> adapted(ListFacts facts, List<?> list, ColumnType element) {
        List<@Nullable Object> kept = new ArrayList<>();
        facts.members().forEach(member -> kept.add(element.valueOfKey(member)));
        for (Object item : list) {
            boolean room = kept.size() < facts.max();
            if (room && item != null && !Boolean.FALSE.equals(element.meets(facts.elements(), item))) {
                kept.add(item);
            }
        }
        return kept;
    }

    static @Nullable Object made(TableRules rules, ListFacts facts, ColumnType element, Draws draws) {
        List<@Nullable Object> list = adapted(facts, List.of(), element);
        int most = Math.min(facts.max(), Math.max(facts.min(), 3));
        int size = Math.max(list.size(), facts.min() + (int) draws.of("size").below(most - facts.min() + 1L));
        Making making = new Making(rules, "value", element, facts.elements().with(Nullness.NOT_NULL));
        for (int i = list.size(); i < size; i++) {
            Object made = making.value(null, draws.of("element").of(i));
            if (made == null) {
                return list.size() < facts.min() ? null : list;
            }
            list.add(made);
        }
        return list;
    }
}
