package dev.seedplan.runtime.internal.exclusion;

import dev.seedplan.runtime.internal.types.Draws;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;

/** Gives each row of a group values that clash with no other's. */
interface Placement {

    /** {@return the columns it writes} */
    SortedSet<String> columns();

    /** {@return how many rows a group can have} */
    long capacity();

    /**
     * {@return an aggregate over the rows of the table that says how far they reach, as text; empty if there is none}
     *
     * @param element the constraint's expression
     */
    Optional<String> reachSql(String element);

    /** {@return the first index whose values are beyond a reach, below {@link #capacity()}; empty if there is none} */
    OptionalLong beyond(String reach);

    /** {@return the columns' values of row {@code index}, 0 (included) to {@link #capacity()} (excluded)} */
    SortedMap<String, Object> at(long index, Draws draws);
}
