package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.partition.PartitionBound.Edge;
import dev.seedplan.runtime.internal.partition.TupleBoxes.Place;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.ValueOrder;
import dev.seedplan.runtime.internal.types.ValueText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of the partitions of one table, in terms of the values of its key's parts: for each partition, alternatives of
 * one fact for each part.
 */
final class LevelFacts {

    private final List<SqlType> types;
    private final List<PartitionBound> bounds;

    /** Takes the types of the key's parts, and the bounds of all its partitions. */
    LevelFacts(List<SqlType> types, List<PartitionBound> bounds) {
        this.types = types;
        this.bounds = bounds;
    }

    /** {@return the alternatives of a range, list or default partition; none where only the server could tell} */
    List<List<KeyFact>> of(PartitionBound bound) {
        if (bound instanceof PartitionBound.In in) {
            return List.of(List.of(KeyFact.among(values(in), in.values().contains(null))));
        } else if (bound instanceof PartitionBound.FromTo range) {
            return new TupleBoxes(types).between(places(range.from()), places(range.to()));
        }
        return isList() ? List.of(List.of(otherValues())) : gaps();
    }

    private boolean isList() {
        return bounds.stream().anyMatch(PartitionBound.In.class::isInstance);
    }

    private KeyFact otherValues() {
        List<Object> taken = new ArrayList<>();
        boolean nullTaken = false;
        for (PartitionBound bound : bounds) {
            if (bound instanceof PartitionBound.In in) {
                taken.addAll(values(in));
                nullTaken |= in.values().contains(null);
            }
        }
        return KeyFact.notAmong(taken, !nullTaken);
    }

    /** Only a default partition takes NULL in a range key. */
    private List<List<KeyFact>> gaps() {
        List<PartitionBound.FromTo> ranges = bounds.stream()
                .filter(PartitionBound.FromTo.class::isInstance)
                .map(PartitionBound.FromTo.class::cast)
                .toList();
        List<List<KeyFact>> gaps = new ArrayList<>();
        if (ranges.isEmpty()) {
            gaps.add(types.stream().map(type -> KeyFact.ANYTHING).toList());
            return gaps;
        }
        Comparator<List<Place>> order = order();
        if (order != null) {
            List<Place> reached = types.stream().map(type -> Place.FIRST).toList();
            List<PartitionBound.FromTo> sorted = ranges.stream()
                    .sorted((a, b) -> order.compare(places(a.from()), places(b.from())))
                    .toList();
            for (PartitionBound.FromTo range : sorted) {
                gaps.addAll(new TupleBoxes(types).between(reached, places(range.from())));
                reached = places(range.to());
            }
            gaps.addAll(new TupleBoxes(types)
                    .between(reached, types.stream().map(type -> Place.LAST).toList()));
        }
        if (gaps.isEmpty()) {
            gaps.add(types.stream().map(type -> KeyFact.onlyNull()).toList());
        }
        return gaps;
    }

    private @Nullable Comparator<List<Place>> order() {
        List<Optional<Comparator<Object>>> orders =
                types.stream().map(ValueOrder::of).toList();
        if (orders.stream().anyMatch(Optional::isEmpty)) {
            return null;
        }
        return (a, b) -> {
            for (int i = 0; i < types.size(); i++) {
                int kinds = a.get(i).kind().compareTo(b.get(i).kind());
                Object first = a.get(i).value();
                Object second = b.get(i).value();
                int difference = kinds != 0 || first == null || second == null
                        ? kinds
                        : orders.get(i).orElseThrow().compare(first, second);
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        };
    }

    private List<Object> values(PartitionBound.In in) {
        List<Object> values = new ArrayList<>();
        for (String text : in.values()) {
            if (text != null) {
                values.add(ValueText.read(types.get(0), text));
            }
        }
        return values;
    }

    private List<Place> places(List<Edge> edges) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            places.add(
                    edge.kind() == Edge.Kind.VALUE
                            ? new Place(edge.kind(), ValueText.read(types.get(i), edge.text()))
                            : new Place(edge.kind(), null));
        }
        return places;
    }
}
