package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.meaning.RowView;
import dev.seedplan.runtime.internal.types.Draws;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the constraints and the types of one table say about its rows. */
interface RowRules {

    /** Whether a column is NULL in a row. */
    enum Nullness {
        /** Either. */
        OPEN,
        /** It must be. */
        NULL,
        /** It must not be. */
        NOT_NULL
    }

    /** {@return how many different values a column can take in any row; {@link Long#MAX_VALUE} for practically endless} */
    long size(int column);

    /** {@return whether values of its own in each row look natural in a column} */
    boolean pleasantDriver(int column);

    /** {@return whether some row may hold NULL there} */
    boolean nullable(int column);

    /** {@return the {@code number}-th value of a column with few values, different for different numbers} */
    Object nth(int column, long number);

    /** {@return whether a column that may be either is left NULL in a row} */
    boolean leftNull(int column, Nullness nullness, Draws draws, FillOptions.Nulls nulls);

    /**
     * Chooses how a row meets the constraints, before it has values.
     *
     * @param wanted what is settled about NULLs already
     * @param values what is settled about values already; null for nothing
     * @param outside unique keys whose predicate must not hold
     * @param attempt 0 at first; later ones, after the server has refused a row, try other kinds of text
     * @param nulls how often columns that may be either are NULL
     * @throws Unfillable if no way fits
     */
    Shape shape(
            Draws draws,
            Nullness[] wanted,
            @Nullable Object[] values,
            List<UniqueKey> outside,
            int attempt,
            FillOptions.Nulls nulls);

    /** One way in which a row meets the constraints. */
    interface Shape {

        /** {@return whether a column is NULL in this way} */
        Nullness nullness(int column);

        /** {@return whether a value may stand in a column} */
        boolean allows(int column, Object value);

        /**
         * {@return a value for a column that is unique}
         *
         * @param number less than {@code count}; different numbers give different values
         */
        Object distinct(int column, long number, long count, Draws draws);

        /**
         * Completes the row.
         *
         * @param values those chosen so far; the missing ones are set
         * @param fixed which columns are settled, to a value or to NULL
         * @throws Unfillable if they contradict each other
         */
        void complete(@Nullable Object[] values, boolean[] fixed, Draws draws, RowView view);
    }
}
