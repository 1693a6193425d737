package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.Nulls;
import dev.seedplan.runtime.internal.rules.SolvedRules;
import java.util.List;
import java.util.Map;

/**
 * What is settled about all rows of a table before the first one is made.
 *
 * @param table the table
 * @param rules what its constraints and types say
 * @param rate how often columns that may be NULL are
 * @param key of all draws
 * @param groups its foreign keys, those that share columns together
 * @param sequences the keys that sequences give, by column
 * @param extra values that follow from the row's number
 * @param keys how rows are kept apart
 * @param offset how many rows the table holds already
 */
record RowPlan(
        FillTable table,
        SolvedRules rules,
        Nulls rate,
        long key,
        List<ReferenceGroup> groups,
        Map<Integer, SequenceKeys> sequences,
        FixedColumns extra,
        KeyPlan keys,
        long offset) {

    /** What the server has refused with NULLs it may take without, and the other way round. */
    Nulls rate(int attempt) {
        if (attempt % 2 == 0) {
            return rate;
        }
        return rate == Nulls.ALL ? Nulls.NONE : Nulls.ALL;
    }

    /** The number by which unique values are told apart: rows that are there have taken the first ones, other attempts the next. */
    long place(long number, int attempt) {
        return number + offset + attempt * (keys.rows() + offset);
    }

    /** {@return how many such numbers there are} */
    long places() {
        return (keys.rows() + offset) * (TableLoad.ATTEMPTS + 1);
    }
}
