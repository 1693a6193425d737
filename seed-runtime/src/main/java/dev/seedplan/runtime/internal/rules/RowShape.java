package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.meaning.RowView;
import dev.seedplan.runtime.internal.solve.Choice;
import dev.seedplan.runtime.internal.solve.Nullness;
import dev.seedplan.runtime.internal.solve.RowResult;
import dev.seedplan.runtime.internal.solve.ValueDomain;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.spi.Permutation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way in which a row meets the constraints. */
public final class RowShape {

    private final SolvedRules rules;
    private final FillTable table;
    private final NaturalValues natural;
    private final Choice choice;
    private final int style;
    private final Nulls nulls;

    /**
     * A way that is chosen.
     *
     * @param style 0 at first; later ones try other kinds of text, see {@link TextStyle}
     * @param nulls how often columns that may be either are NULL
     */
    public RowShape(SolvedRules rules, Choice choice, int style, Nulls nulls) {
        this.rules = rules;
        table = rules.table();
        natural = rules.natural();
        this.choice = choice;
        this.style = style;
        this.nulls = nulls;
    }

    /** {@return whether a column is NULL in this way} */
    public Nullness nullness(int column) {
        return choice.nullness(table.column(column).name());
    }

    /** {@return whether a value may stand in a column} */
    public boolean allows(int column, Object value) {
        String name = table.column(column).name();
        return choice.facts(name).isFree()
                || choice.domain(name).map(d -> d.contains(value)).orElse(true);
    }

    /**
     * {@return a value for a column that is unique}
     *
     * @param number less than {@code count}; different numbers give different values
     */
    public Object distinct(int column, long number, long count, Draws draws) {
        FillColumn described = table.column(column);
        Optional<ValueDomain> domain = rules.domain(column);
        if (rules.pleasantDriver(column)) {
            Object proposed = natural.value(column, draws, RowView.EMPTY, 0, style);
            if (proposed instanceof String text) {
                int width = DistinctText.width(count);
                long codes = Math.round(Math.pow(10, width));
                String distinct = DistinctText.of(
                        text,
                        Permutation.at(rules.draws(described).key(), codes, number % codes),
                        width,
                        Limits.characters(described.type()));
                if (distinct != null
                        && domain.map(d -> d.contains(distinct)).orElse(true)
                        && allows(column, distinct)) {
                    return distinct;
                }
            } else if (proposed != null) {
                return proposed;
            }
        }
        if (domain.isEmpty()) {
            Object drawn = natural.value(column, draws, RowView.EMPTY, 1, style);
            if (drawn == null) {
                throw new Unfillable(natural.refusal(column).orElse("no values of its type are known"));
            }
            return drawn;
        }
        Object value = numbered(domain.get(), described, number);
        if (allows(column, value)) {
            return value;
        }
        // The alternative of the row says more than all alternatives have in common.
        return choice.domain(described.name())
                .filter(d -> d.size() > 0)
                .map(d -> numbered(d, described, number))
                .orElse(value);
    }

    private Object numbered(ValueDomain domain, FillColumn column, long number) {
        long size = Math.min(domain.size(), 1L << 61);
        boolean inOrder = column.type().base() instanceof SqlType.Scalar scalar
                && (scalar.is("int2") || scalar.is("int4") || scalar.is("int8"));
        long place = number % Math.max(1, size);
        return domain.at(inOrder ? place : Permutation.at(rules.draws(column).key(), size, place));
    }

    /**
     * Completes the row.
     *
     * @param values those chosen so far; the missing ones are set
     * @param fixed which columns are settled, to a value or to NULL
     * @throws Unfillable if they contradict each other
     */
    public void complete(@Nullable Object[] values, boolean[] fixed, Draws draws, RowView view) {
        Map<String, @Nullable Object> settled = new LinkedHashMap<>();
        for (FillColumn column : table.columns()) {
            int c = column.index();
            if (fixed[c]) {
                settled.put(column.name(), values[c]);
            } else if (nullness(c) == Nullness.ANY && rules.leftNull(c, Nullness.ANY, draws, nulls)) {
                settled.put(column.name(), null);
            }
        }
        RowResult result = choice.complete(
                settled,
                (column, own, attempt) -> natural.value(table.indexOf(column), draws, view, attempt, style),
                draws);
        if (result instanceof RowResult.Row row) {
            row.values().forEach((name, value) -> values[table.indexOf(name)] = value);
        } else if (result instanceof RowResult.Impossible impossible) {
            List<String> names = impossible.conditions().stream()
                    .map(c -> c.name() + " " + c.text())
                    .toList();
            throw new Unfillable("no values were found"
                    + (names.isEmpty() ? "" : " that meet " + String.join(" and ", names)) + ": " + impossible.why());
        }
    }
}
