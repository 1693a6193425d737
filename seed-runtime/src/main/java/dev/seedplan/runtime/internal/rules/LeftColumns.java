package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.meaning.Overrides;
import dev.seedplan.runtime.internal.meaning.RowView;
import dev.seedplan.runtime.internal.solve.Condition;
import dev.seedplan.runtime.internal.solve.Nullness;
import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Evaluator;
import dev.seedplan.runtime.internal.sql.Surroundings;
import dev.seedplan.runtime.internal.sql.Truth;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.spi.Kind;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values for the columns that a plan's row methods leave: those that the table's constraints allow beside what the methods have
 * set, and of these what suits the column's name and type, as {@code seedplan fill} would choose. Not for several threads.
 */
public final class LeftColumns {

    /** Kinds of text tried one after the other where constraints want another one than the column's name suggests. */
    private static final int STYLES = 4;

    private final TableSpec spec;
    private final FillTable table;
    private final SolvedRules rules;
    private final BitSet constrained = new BitSet();
    private final BitSet unique = new BitSet();

    private LeftColumns(TableSpec spec, FillTable table, SolvedRules rules) {
        this.spec = spec;
        this.table = table;
        this.rules = rules;
        table.checks()
                .forEach(check -> UniqueKey.mentioned(check.expression(), table).forEach(constrained::set));
        table.uniques().forEach(key -> key.columns().forEach(unique::set));
    }

    /**
     * Solves the constraints of a table.
     *
     * @param seed of the run
     * @param now the plan's instant
     * @throws Unfillable if the constraints contradict each other
     */
    public static LeftColumns of(TableSpec spec, Snapshot snapshot, long seed, Instant now) {
        QName name = new QName(spec.schema(), spec.name());
        FillTable table = new FillTable(
                snapshot.table(name).orElseThrow(() -> new IllegalArgumentException("no table " + name)),
                snapshot,
                false);
        return new LeftColumns(
                spec, table, new SolvedRules(table, snapshot, new ValueOptions(seed, now, Overrides.none()), Set.of()));
    }

    /** {@return whether a column can be NULL in every row, whatever the others hold, as far as the checks tell} */
    public static boolean mayStayNull(TableSpec table, int column) {
        String name = table.columns().get(column).name();
        Evaluator evaluator = new Evaluator(Surroundings.at(Instant.EPOCH));
        for (TableSpec.CheckSpec check : table.checks()) {
            // Most checks do not name the column, and need not be read.
            if (check.expression().contains(name)) {
                Truth truth = evaluator.test(
                        Condition.of(check.name(), check.expression(), Condition.Mode.CHECK)
                                .expr(),
                        other -> other.equals(name) ? Datum.NULL : Datum.UNDECIDED);
                if (truth == Truth.FALSE || truth == Truth.UNDECIDED) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A row in which some columns are open. */
    public interface Row {

        /** {@return whether the column has no value yet} */
        boolean isOpen(int column);

        /** {@return whether the column's value is the server's, so that nobody knows it here} */
        boolean isUnknown(int column);

        /** {@return the value of a column that is neither open nor unknown} */
        @Nullable
        Object value(int column);

        /** Sets an open column. */
        void set(int column, @Nullable Object value);

        /** {@return a number for the row's draws, different for each row} */
        long key();

        /** {@return the row's place in the table, from 0} */
        long ordinal();

        /** {@return the row's place among the children of its parent, from 0; its place in the step where it has none} */
        long place();

        /** {@return how many rows the table gets} */
        long size();
    }

    /** {@return why no value of a column can be made; empty if one can} */
    public Optional<String> refusal(int column) {
        if (spec.columns().get(column).kind() == Kind.UNTYPED) {
            return Optional.of("type " + spec.columns().get(column).sqlType() + " has no typed form yet");
        }
        return rules.natural().refusal(column);
    }

    /** {@return how many different values a column can take, where it must differ in each row; else empty} */
    public Optional<Long> capacity(int column) {
        boolean alone = table.uniques().stream()
                .anyMatch(key -> key.predicate() == null && key.columns().equals(List.of(column)));
        return alone ? Optional.of(rules.size(column)) : Optional.empty();
    }

    /**
     * Sets the open columns of a row, which may be all or some of those that no row method has set.
     *
     * @throws Unfillable if no values fit those that are set
     */
    public void complete(Row row) {
        Draws draws = new Draws(row.key());
        boolean free = true;
        for (FillColumn column : table.columns()) {
            free &= !row.isOpen(column.index()) || !binds(column.index());
        }
        if (free) {
            completeFreely(row, draws);
            return;
        }
        for (int style = 0; ; style++) {
            try {
                complete(row, draws, style);
                return;
            } catch (Unfillable e) {
                if (style == STYLES) {
                    throw e;
                }
            }
        }
    }

    private boolean binds(int column) {
        return constrained.get(column)
                || unique.get(column)
                || table.column(column).type() instanceof SqlType.Domain;
    }

    /** Most tables: no constraint looks at what is left, so that nothing but the columns' names and types matters. */
    private void completeFreely(Row row, Draws draws) {
        RowView view = new View(row, new @Nullable Object[0]);
        for (FillColumn column : table.columns()) {
            int c = column.index();
            if (row.isOpen(c)) {
                set(row, c, column.notNull() ? rules.natural().value(c, draws, view, 0, 0) : null);
            }
        }
    }

    private void complete(Row row, Draws draws, int style) {
        int count = table.columns().size();
        for (int c = 0; c < count; c++) {
            // A generator that runs here may ask for an open column, which is then no longer open.
            if (!row.isOpen(c) && !row.isUnknown(c)) {
                row.value(c);
            }
        }
        Nullness[] wanted = new Nullness[count];
        @Nullable Object[] values = new @Nullable Object[count];
        boolean[] fixed = new boolean[count];
        for (int c = 0; c < count; c++) {
            wanted[c] = Nullness.ANY;
            if (!row.isOpen(c) && !row.isUnknown(c)) {
                values[c] = HeldValues.ofPlan(row.value(c));
                fixed[c] = true;
                wanted[c] = values[c] == null ? Nullness.NULL : Nullness.ANY;
            }
        }
        try {
            @Nullable Object[] made = values.clone();
            make(row, draws, style, wanted, made, fixed);
            for (int c = 0; c < count; c++) {
                if (row.isOpen(c)) {
                    set(row, c, made[c]);
                }
            }
        } catch (Unfillable e) {
            throw style < STYLES
                    ? e
                    : rules.contradiction(wanted, values).map(Unfillable::new).orElse(e);
        }
    }

    private void make(Row row, Draws draws, int style, Nullness[] wanted, @Nullable Object[] values, boolean[] fixed) {
        RowShape shape = rules.shape(draws, wanted, values, List.of(), style, Nulls.ALL);
        for (int c = unique.nextSetBit(0); c >= 0; c = unique.nextSetBit(c + 1)) {
            if (row.isOpen(c) && table.column(c).notNull()) {
                long number = rules.size(c) < row.size() ? row.place() : row.ordinal();
                values[c] = shape.distinct(c, number, Math.max(row.size(), number + 1), draws);
                fixed[c] = true;
            }
        }
        shape.complete(values, fixed, draws, new View(row, values));
    }

    private void set(Row row, int column, @Nullable Object value) {
        Object held = value == null
                ? null
                : HeldValues.toPlan(spec.columns().get(column), value)
                        .orElseThrow(() -> new Unfillable("a plan cannot hold the value " + value));
        if (held == null && table.column(column).notNull()) {
            throw new Unfillable("no value is known");
        }
        row.set(column, held);
    }

    /** What meanings may look at. */
    private final class View implements RowView {

        private final Row row;
        private final @Nullable Object[] made;

        View(Row row, @Nullable Object[] made) {
            this.row = row;
            this.made = made;
        }

        @Override
        public boolean has(String column) {
            return get(column) != null;
        }

        @Override
        public @Nullable Object get(String column) {
            int place = table.indexOf(column);
            if (place < 0 || row.isUnknown(place)) {
                return null;
            } else if (row.isOpen(place)) {
                return place < made.length ? made[place] : null;
            }
            return HeldValues.ofPlan(row.value(place));
        }

        @Override
        public long ordinal() {
            return row.ordinal();
        }
    }
}
