package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.internal.meaning.RowView;
import dev.seedplan.runtime.internal.solve.Alternatives;
import dev.seedplan.runtime.internal.solve.Choice;
import dev.seedplan.runtime.internal.solve.Condition;
import dev.seedplan.runtime.internal.solve.Conflict;
import dev.seedplan.runtime.internal.solve.RowResult;
import dev.seedplan.runtime.internal.solve.RuleColumn;
import dev.seedplan.runtime.internal.solve.TableRules;
import dev.seedplan.runtime.internal.solve.ValueDomain;
import dev.seedplan.runtime.internal.solve.Wishes;
import dev.seedplan.runtime.internal.sql.Surroundings;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.spi.Permutation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a table by its constraints, solved, and by what its columns mean. */
final class SolvedRules implements RowRules {

    private final FillTable table;
    private final Snapshot snapshot;
    private final FillOptions options;
    private final Set<String> referenced;
    private final List<RuleColumn> columns;
    private final List<Condition> conditions;
    private final Computed computed;
    private final Surroundings surroundings;
    private final NaturalValues natural;
    private final Alternatives alternatives;
    private final Map<List<String>, Alternatives> outsiders = new HashMap<>();
    private final Map<Integer, Optional<ValueDomain>> domains = new HashMap<>();

    /**
     * Solves the table's constraints.
     *
     * @param referenced columns that foreign keys point at, which are NULL only where nothing else is possible
     * @throws Unfillable if they contradict each other
     */
    SolvedRules(FillTable table, Snapshot snapshot, FillOptions options, Set<String> referenced) {
        this.referenced = referenced;
        this.table = table;
        this.snapshot = snapshot;
        this.options = options;
        surroundings = Surroundings.at(options.at());
        columns = table.columns().stream()
                .filter(c -> !c.column().isGenerated())
                .map(c -> new RuleColumn(c.name(), c.type(), c.notNull() || table.isPartitionKey(c.index())))
                .toList();
        computed = Computed.of(table);
        conditions =
                computed.conditions(table.checks().stream().map(Condition::of).toList());
        alternatives = Alternatives.of(new TableRules(columns, conditions, snapshot.functions(), surroundings));
        alternatives.conflict().ifPresent(c -> {
            throw new Unfillable(text(c));
        });
        natural = new NaturalValues(table, snapshot, options, domain -> Optional.empty());
    }

    private static String text(Conflict conflict) {
        List<String> parts = new ArrayList<>();
        conflict.conditions().forEach(c -> parts.add(c.name() + " " + c.text()));
        parts.addAll(conflict.facts());
        return (conflict.proven() ? "these contradict each other: " : "no row was found that meets these together: ")
                + String.join("; ", parts);
    }

    NaturalValues natural() {
        return natural;
    }

    @Override
    public long size(int column) {
        // What cannot be numbered, such as a polygon, has more values than anybody asks for.
        return domain(column).map(ValueDomain::size).orElse(ValueDomain.MANY);
    }

    private Optional<ValueDomain> domain(int column) {
        return domains.computeIfAbsent(
                column, c -> alternatives.domain(table.column(c).name()));
    }

    @Override
    public Object nth(int column, long number) {
        return domain(column)
                .orElseThrow(() -> new IllegalStateException(
                        "values of " + table.column(column).name() + " have no numbers"))
                .at(number);
    }

    @Override
    public boolean pleasantDriver(int column) {
        SqlType base = table.column(column).type().base();
        return base instanceof SqlType.Scalar scalar
                && (scalar.is("uuid")
                        || scalar.is("text")
                        || scalar.is("varchar")
                        || scalar.name().name().equals("citext"));
    }

    @Override
    public boolean nullable(int column) {
        return !table.column(column).notNull()
                && alternatives.facts(table.column(column).name()).nullness()
                        != dev.seedplan.runtime.internal.solve.Nullness.NOT_NULL;
    }

    @Override
    public Shape shape(
            Draws draws,
            Nullness[] wanted,
            @Nullable Object[] values,
            List<UniqueKey> outside,
            int attempt,
            FillOptions.Nulls rate) {
        Map<String, dev.seedplan.runtime.internal.solve.Nullness> nullness = new LinkedHashMap<>();
        Map<String, @Nullable Object> settled = new LinkedHashMap<>();
        for (FillColumn column : table.columns()) {
            if (values[column.index()] != null) {
                settled.put(column.name(), values[column.index()]);
            } else if (wanted[column.index()] != Nullness.OPEN) {
                nullness.put(
                        column.name(),
                        wanted[column.index()] == Nullness.NULL
                                ? dev.seedplan.runtime.internal.solve.Nullness.NULL
                                : dev.seedplan.runtime.internal.solve.Nullness.NOT_NULL);
            }
        }
        double nulls = rate == FillOptions.Nulls.ALL ? 1 : rate == FillOptions.Nulls.NONE ? 0 : 0.5;
        Alternatives allowed = outside(outside);
        Map<String, dev.seedplan.runtime.internal.solve.Nullness> preferred = new LinkedHashMap<>(nullness);
        referenced.forEach(c -> {
            if (!settled.containsKey(c)) {
                preferred.putIfAbsent(c, dev.seedplan.runtime.internal.solve.Nullness.NOT_NULL);
            }
        });
        Choice choice = allowed.choose(draws.of("alternative"), new Wishes(preferred, settled, nulls))
                .or(() -> allowed.choose(draws.of("alternative"), new Wishes(nullness, settled, nulls)))
                .orElseThrow(
                        () -> new Unfillable("no alternative of the table's constraints fits its keys and parents"));
        return new Solved(choice, attempt, rate);
    }

    private Alternatives outside(List<UniqueKey> keys) {
        if (keys.isEmpty()) {
            return alternatives;
        }
        return outsiders.computeIfAbsent(keys.stream().map(UniqueKey::name).toList(), names -> {
            List<Condition> more = new ArrayList<>(conditions);
            for (UniqueKey key : keys) {
                more.add(Condition.of(key.name(), String.valueOf(key.predicate()), Condition.Mode.NOT_TRUE));
            }
            return Alternatives.of(
                    new TableRules(columns, computed.conditions(more), snapshot.functions(), surroundings));
        });
    }

    /** A row whose alternative is chosen. */
    private final class Solved implements Shape {

        private final Choice choice;
        private final int style;
        private final FillOptions.Nulls nulls;

        Solved(Choice choice, int style, FillOptions.Nulls nulls) {
            this.nulls = nulls;
            this.choice = choice;
            this.style = style;
        }

        @Override
        public Nullness nullness(int column) {
            return switch (choice.nullness(table.column(column).name())) {
                case NULL -> Nullness.NULL;
                case NOT_NULL -> Nullness.NOT_NULL;
                case ANY -> Nullness.OPEN;
            };
        }

        @Override
        public boolean allows(int column, Object value) {
            String name = table.column(column).name();
            return choice.facts(name).isFree()
                    || choice.domain(name).map(d -> d.contains(value)).orElse(true);
        }

        @Override
        public Object distinct(int column, long number, long count, Draws draws) {
            FillColumn described = table.column(column);
            Optional<ValueDomain> domain = domain(column);
            if (pleasantDriver(column)) {
                Object proposed = natural.value(column, draws, RowView.EMPTY, 0, style);
                if (proposed instanceof String text) {
                    int width = DistinctText.width(count);
                    long codes = Math.round(Math.pow(10, width));
                    String distinct = DistinctText.of(
                            text,
                            Permutation.at(draws(described).key(), codes, number % codes),
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
            return domain.at(inOrder ? place : Permutation.at(draws(column).key(), size, place));
        }

        private Draws draws(FillColumn column) {
            return new Draws(options.seed()).of(table.id()).of(column.name());
        }

        @Override
        public void complete(@Nullable Object[] values, boolean[] fixed, Draws draws, RowView view) {
            Map<String, @Nullable Object> settled = new LinkedHashMap<>();
            for (FillColumn column : table.columns()) {
                int c = column.index();
                if (fixed[c]) {
                    settled.put(column.name(), values[c]);
                } else if (nullness(c) == Nullness.OPEN && leftNull(c, Nullness.OPEN, draws, nulls)) {
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
                throw new Unfillable(
                        "no values were found" + (names.isEmpty() ? "" : " that meet " + String.join(" and ", names))
                                + ": " + impossible.why());
            }
        }
    }

    @Override
    public boolean leftNull(int column, Nullness nullness, Draws draws, FillOptions.Nulls nulls) {
        if (nullness == Nullness.NULL) {
            return true;
        } else if (nullness == Nullness.NOT_NULL || !nullable(column)) {
            return false;
        } else if (natural.refusal(column).isPresent()) {
            return true;
        } else if (referenced.contains(table.column(column).name())) {
            return false;
        }
        return switch (nulls) {
            case ALL -> true;
            case NONE -> false;
            case SOME -> natural.isNull(column, draws);
        };
    }
}
