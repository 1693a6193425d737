package dev.seedplan.processor.check;

import dev.seedplan.processor.distribute.Distributed;
import dev.seedplan.processor.report.Place;
import dev.seedplan.schema.Constraint.ForeignKey;
import dev.seedplan.schema.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parent of a step's rows.
 *
 * @param place where it is asked for
 * @param role how it is found
 * @param parent its table
 * @param key the foreign key that leads to it
 * @param nulls the share of rows without it
 * @param distinct whether the rows of one iterated parent have different ones
 * @param roots of a tree the share of roots
 * @param depth of a tree the greatest number of levels
 * @param existing which rows of the database; null for those of the plan
 * @param later whether its column is set after the load
 * @param distributed how the assets of the method's pool are distributed over its rows; null where they are not
 */
public record Link(
        Place place,
        Role role,
        Table parent,
        ForeignKey key,
        double nulls,
        boolean distinct,
        double roots,
        int depth,
        @Nullable ExistingRows existing,
        boolean later,
        @Nullable Distributed distributed) {

    /** How a parent is found. */
    public enum Role {
        /** It is iterated. */
        PER,
        /** Each row draws one. */
        PICK,
        /** Each row draws an earlier one of its own table. */
        TREE,
        /** Assets are distributed over its rows. */
        DISTRIBUTE
    }

    /** Which rows of the database. */
    public record ExistingRows(String where, int limit, String without) {}

    /** {@return the picked parent, the distinct one where there are several; empty where it is not one} */
    static Optional<Link> other(List<Link> links) {
        List<Link> picked =
                links.stream().filter(link -> link.role() == Role.PICK).toList();
        List<Link> marked = picked.stream().filter(Link::distinct).toList();
        List<Link> meant = marked.isEmpty() ? picked : marked;
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    Link afterwards() {
        return new Link(place, role, parent, key, nulls, distinct, roots, depth, existing, true, distributed);
    }
}
