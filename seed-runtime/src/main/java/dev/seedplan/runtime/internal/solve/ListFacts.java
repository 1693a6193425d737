package dev.seedplan.runtime.internal.solve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an array of one dimension.
 *
 * @param min how many elements at least
 * @param max how many at most; {@code Integer.MAX_VALUE} for no limit
 * @param restricted what every element is, NULL or not included; null if nothing is known
 * @param members keys of elements that must occur
 */
// Some objects exist once.
@SuppressWarnings("ReferenceEquality")
record ListFacts(int min, int max, @Nullable Facts restricted, List<Object> members) {

    static final ListFacts ANY = new ListFacts(0, Integer.MAX_VALUE, null, List.of());

    static ListFacts size(int min, int max) {
        return new ListFacts(min, max, null, List.of());
    }

    static ListFacts elements(Facts elements) {
        return new ListFacts(0, Integer.MAX_VALUE, elements, List.of());
    }

    static ListFacts members(List<Object> members) {
        return new ListFacts(0, Integer.MAX_VALUE, null, List.copyOf(members));
    }

    Facts elements() {
        return restricted == null ? Facts.ANY : restricted;
    }

    /** Elements that cannot be both NULL and not NULL leave the empty array. */
    ListFacts and(ListFacts other) {
        if (this == ANY) {
            return other;
        } else if (other == ANY) {
            return this;
        }
        Facts both = elements().and(other.elements());
        List<Object> all = new ArrayList<>(members);
        other.members.stream().filter(member -> !members.contains(member)).forEach(all::add);
        int most = Math.min(max, other.max);
        return new ListFacts(Math.max(min, other.min), both == null ? Math.min(most, 0) : most, both, List.copyOf(all));
    }
}
