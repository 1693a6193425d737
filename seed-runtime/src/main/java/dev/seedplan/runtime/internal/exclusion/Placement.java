package dev.seedplan.runtime.internal.exclusion;

import dev.seedplan.runtime.internal.types.Draws;
import java.util.SortedMap;
import java.util.SortedSet;

/** Gives each row of a group values that clash with no other's. */
interface Placement {

    /** {@return the columns it writes} */
    SortedSet<String> columns();

    /** {@return how many rows a group can have} */
    long capacity();

    /** {@return the columns' values of row {@code index}, 0 (included) to {@link #capacity()} (excluded)} */
    SortedMap<String, Object> at(long index, Draws draws);
}
