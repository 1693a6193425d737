package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.RowShape;
import dev.seedplan.runtime.internal.rules.UniqueKey;
import dev.seedplan.runtime.internal.solve.Nullness;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.spi.Mix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is settled about a row before its parents are chosen: NULLs, keys, and the way in which it meets the constraints. */
final class RowStart {

    private final RowPlan plan;
    private final long number;
    private final int attempt;
    private final Draws draws;
    private final long[] picks;
    private final Nullness[] wanted;
    private final @Nullable Object[] values;
    private final RowShape shape;

    /**
     * Settles it.
     *
     * @param number the row's
     * @param attempt 0 at first; later ones after the server has refused the row
     * @param retry 0 at first; later ones where parents or values do not fit each other
     * @throws Unfillable if no way of meeting the constraints fits
     */
    RowStart(RowPlan plan, long number, int attempt, int retry) {
        this.plan = plan;
        this.number = number;
        this.attempt = attempt;
        int count = plan.table().columns().size();
        draws = new Draws(Mix.combine(plan.key(), number)).of(attempt).of(retry);
        picks = plan.keys().at(number, attempt);
        wanted = new Nullness[count];
        Arrays.fill(wanted, Nullness.ANY);
        List<UniqueKey> outside = new SettledNulls(plan, number, picks, wanted).settle();
        values = new @Nullable Object[count];
        plan.extra().set(number, draws, values);
        plan.sequences().forEach((column, keys) -> values[column] = keys.at(number));
        for (int i = 0; i < picks.length; i++) {
            if (picks[i] >= 0
                    && plan.keys().components().get(i) instanceof Component.Values few
                    && values[few.column()] == null) {
                values[few.column()] = plan.rules().nth(few.column(), picks[i]);
            }
        }
        if (retry > 0) {
            // Other rows have been told the keys of the first try.
            RowStart first = new RowStart(plan, number, attempt, 0);
            plan.keys().drivers().forEach(c -> values[c] = first.driver(c));
        }
        shape = plan.rules().shape(draws, wanted, values, outside, attempt, plan.rate(attempt));
    }

    long number() {
        return number;
    }

    int attempt() {
        return attempt;
    }

    Draws draws() {
        return draws;
    }

    /** {@return for each part of the unique keys the number of its value; -1 where it is free} */
    long[] picks() {
        return picks;
    }

    /** {@return the values, to be completed} */
    @Nullable
    Object[] values() {
        return values;
    }

    RowShape shape() {
        return shape;
    }

    /** {@return whether a column is NULL, or may not be, for the keys' sake or in the chosen way} */
    Nullness nullness(int column) {
        return wanted[column] == Nullness.ANY ? shape.nullness(column) : wanted[column];
    }

    boolean isNull(int column) {
        return wanted[column] == Nullness.NULL || shape.nullness(column) == Nullness.NULL;
    }

    /** {@return whether a column that may be NULL in some row may be so in this one} */
    boolean mayBeNull(int column) {
        return shape.nullness(column) != Nullness.NOT_NULL;
    }

    /** {@return the value of a column with a value of its own in each row; null where it is NULL} */
    @Nullable
    Object driver(int column) {
        if (values[column] != null) {
            return values[column];
        } else if (plan.rules().leftNull(column, shape.nullness(column), draws, plan.rate(attempt))) {
            return null;
        }
        return shape.distinct(column, plan.place(number, attempt), plan.places(), draws);
    }
}
