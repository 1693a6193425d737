package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.partition.PartitionBound.Edge;
import dev.seedplan.runtime.internal.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits the tuples between two, in the order of their parts from left to right, into boxes: one range for each part. From
 * (1, 5) to (3, 2) are the boxes {1} × [5, …), [2, 3) × anything, and {3} × (…, 2).
 */
final class TupleBoxes {

    private final List<SqlType> types;

    TupleBoxes(List<SqlType> types) {
        this.types = types;
    }

    /** A place on a part's line: before all, a value, or after all. */
    record Place(Edge.Kind kind, @Nullable Object value) {

        static final Place FIRST = new Place(Edge.Kind.MINVALUE, null);
        static final Place LAST = new Place(Edge.Kind.MAXVALUE, null);

        boolean same(Place other) {
            return kind == other.kind && (value == null || other.value == null || KeyFact.same(value, other.value));
        }
    }

    /** {@return the boxes of the tuples from one, included, to another, excluded; boxes that only the server can bound are left out} */
    List<List<KeyFact>> between(List<Place> from, List<Place> to) {
        return between(from, to, 0);
    }

    private List<List<KeyFact>> between(List<Place> from, List<Place> to, int i) {
        List<List<KeyFact>> boxes = new ArrayList<>();
        if (i == types.size()) {
            return boxes;
        }
        Place lower = from.get(i);
        Place upper = to.get(i);
        if (lower.same(upper)) {
            if (lower.value != null) {
                between(from, to, i + 1).forEach(tail -> boxes.add(joined(is(lower.value), tail)));
            }
            return boxes;
        }
        boolean wholeLower = all(from, i + 1, Edge.Kind.MINVALUE);
        boolean wholeUpper = i + 1 < types.size() && all(to, i + 1, Edge.Kind.MAXVALUE);
        Optional<Object> first = start(lower, wholeLower, i);
        Optional<Object> last = end(upper, wholeUpper, i);
        boolean bounded =
                (lower.value == null || first.isPresent()) && (upper.value == null || last.isPresent() || !wholeUpper);
        if (bounded && !(first.isPresent() && last.isPresent() && KeyFact.same(first.get(), last.get()))) {
            List<KeyFact> rest = new ArrayList<>();
            for (int j = i + 1; j < types.size(); j++) {
                rest.add(KeyFact.between(null, null));
            }
            boxes.add(joined(KeyFact.between(first.orElse(null), last.orElse(null)), rest));
        }
        if (!wholeLower && lower.value != null) {
            between(from, repeated(Place.LAST), i + 1).forEach(tail -> boxes.add(joined(is(lower.value), tail)));
        }
        if (!wholeUpper && upper.value != null) {
            between(repeated(Place.FIRST), to, i + 1).forEach(tail -> boxes.add(joined(is(upper.value), tail)));
        }
        return boxes;
    }

    private Optional<Object> start(Place lower, boolean whole, int i) {
        return lower.value == null
                ? Optional.empty()
                : whole ? Optional.of(lower.value) : NextValue.after(types.get(i), lower.value);
    }

    private Optional<Object> end(Place upper, boolean whole, int i) {
        return upper.value == null
                ? Optional.empty()
                : whole ? NextValue.after(types.get(i), upper.value) : Optional.of(upper.value);
    }

    private List<Place> repeated(Place place) {
        return types.stream().map(type -> place).toList();
    }

    private static boolean all(List<Place> places, int from, Edge.Kind kind) {
        return places.subList(from, places.size()).stream().allMatch(place -> place.kind == kind);
    }

    private static KeyFact is(Object value) {
        return KeyFact.among(List.of(value), false);
    }

    private static List<KeyFact> joined(KeyFact head, List<KeyFact> tail) {
        List<KeyFact> all = new ArrayList<>(List.of(head));
        all.addAll(tail);
        return all;
    }
}
