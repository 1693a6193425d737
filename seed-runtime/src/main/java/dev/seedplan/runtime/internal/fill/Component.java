package dev.seedplan.runtime.internal.fill;

import java.util.List;

/** What a unique key is made of, seen as something with a number of values. */
sealed interface Component {

    /** {@return how many values it can take} */
    long size();

    /**
     * A column with few values.
     *
     * @param column its place
     */
    record Values(int column, long size) implements Component {}

    /**
     * The parents of foreign keys.
     *
     * @param group the place of their group
     * @param covered the places of the keys within the group
     * @param sums prefix sums of the joint choices; empty for a single key
     */
    record Parents(int group, List<Integer> covered, long[] sums, long size) implements Component {}

    /** {@return whether both are about the same column or the same keys} */
    default boolean same(Component other) {
        if (this instanceof Values a && other instanceof Values b) {
            return a.column == b.column;
        }
        return this instanceof Parents a
                && other instanceof Parents b
                && a.group == b.group
                && a.covered.equals(b.covered);
    }
}
