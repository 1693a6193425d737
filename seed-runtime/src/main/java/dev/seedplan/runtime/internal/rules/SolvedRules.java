package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.solve.Alternatives;
import dev.seedplan.runtime.internal.solve.Choice;
import dev.seedplan.runtime.internal.solve.Condition;
import dev.seedplan.runtime.internal.solve.Conflict;
import dev.seedplan.runtime.internal.solve.Nullness;
import dev.seedplan.runtime.internal.solve.RuleColumn;
import dev.seedplan.runtime.internal.solve.TableRules;
import dev.seedplan.runtime.internal.solve.ValueDomain;
import dev.seedplan.runtime.internal.solve.Wishes;
import dev.seedplan.runtime.internal.sql.Substitution;
import dev.seedplan.runtime.internal.sql.Surroundings;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules of a table by its constraints, solved, and by what its columns mean. */
public final class SolvedRules {

    private final FillTable table;
    private final Snapshot snapshot;
    private final ValueOptions options;
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
    public SolvedRules(FillTable table, Snapshot snapshot, ValueOptions options, Set<String> referenced) {
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

    public NaturalValues natural() {
        return natural;
    }

    /** {@return how many different values a column can take in any row; {@link Long#MAX_VALUE} for practically endless} */
    public long size(int column) {
        // What cannot be numbered, such as a polygon, has more values than anybody asks for.
        return domain(column).map(ValueDomain::size).orElse(ValueDomain.MANY);
    }

    public FillTable table() {
        return table;
    }

    /** {@return the draws of a column, the same for all rows} */
    public Draws draws(FillColumn column) {
        return new Draws(options.seed()).of(table.id()).of(column.name());
    }

    /** {@return the values that a column can take in any row, numbered; empty where they cannot be} */
    public Optional<ValueDomain> domain(int column) {
        return domains.computeIfAbsent(
                column, c -> alternatives.domain(table.column(c).name()));
    }

    /** {@return the {@code number}-th value of a column with few values, different for different numbers} */
    public Object nth(int column, long number) {
        return domain(column)
                .orElseThrow(() -> new IllegalStateException(
                        "values of " + table.column(column).name() + " have no numbers"))
                .at(number);
    }

    /** {@return whether values of its own in each row look natural in a column} */
    public boolean pleasantDriver(int column) {
        SqlType base = table.column(column).type().base();
        return base instanceof SqlType.Scalar scalar
                && (scalar.is("uuid")
                        || scalar.is("text")
                        || scalar.is("varchar")
                        || scalar.name().name().equals("citext"));
    }

    /** {@return whether some row may hold NULL there} */
    public boolean nullable(int column) {
        return !table.column(column).notNull()
                && alternatives.facts(table.column(column).name()).nullness() != Nullness.NOT_NULL;
    }

    /**
     * Chooses how a row meets the constraints, before it has values.
     *
     * @param wanted what is settled about NULLs already
     * @param values what is settled about values already; null for nothing
     * @param outside unique keys whose predicate must not hold
     * @param attempt 0 at first; later ones, after the server has refused a row, try other kinds of text
     * @param rate how often columns that may be either are NULL
     * @throws Unfillable if no way fits
     */
    public RowShape shape(
            Draws draws,
            Nullness[] wanted,
            @Nullable Object[] values,
            List<UniqueKey> outside,
            int attempt,
            Nulls rate) {
        Map<String, Nullness> nullness = nullness(wanted, values);
        Map<String, @Nullable Object> settled = settled(values);
        double nulls = rate == Nulls.ALL ? 1 : rate == Nulls.NONE ? 0 : 0.5;
        Alternatives allowed = outside(outside);
        Map<String, Nullness> preferred = new LinkedHashMap<>(nullness);
        referenced.forEach(c -> {
            if (!settled.containsKey(c)) {
                preferred.putIfAbsent(c, Nullness.NOT_NULL);
            }
        });
        Choice choice = allowed.choose(draws.of("alternative"), new Wishes(preferred, settled, nulls))
                .or(() -> allowed.choose(draws.of("alternative"), new Wishes(nullness, settled, nulls)))
                .orElseThrow(
                        () -> new Unfillable("no alternative of the table's constraints fits its keys and parents"));
        return new RowShape(this, choice, attempt, rate);
    }

    private Map<String, Nullness> nullness(Nullness[] wanted, @Nullable Object[] values) {
        Map<String, Nullness> nullness = new LinkedHashMap<>();
        for (FillColumn column : table.columns()) {
            if (values[column.index()] == null && wanted[column.index()] != Nullness.ANY) {
                nullness.put(column.name(), wanted[column.index()]);
            }
        }
        return nullness;
    }

    private Map<String, @Nullable Object> settled(@Nullable Object[] values) {
        Map<String, @Nullable Object> settled = new LinkedHashMap<>();
        for (FillColumn column : table.columns()) {
            if (values[column.index()] != null) {
                settled.put(column.name(), values[column.index()]);
            }
        }
        return settled;
    }

    /**
     * {@return why no alternative fits, by the smallest set of constraints that leave no value beside those that are settled; empty
     * where one or two do not}
     */
    public Optional<String> contradiction(Nullness[] wanted, @Nullable Object[] values) {
        Wishes wishes = new Wishes(nullness(wanted, values), settled(values), 0.5);
        for (int i = 0; i < conditions.size(); i++) {
            if (excludes(List.of(conditions.get(i)), wishes)) {
                return Optional.of(text(List.of(conditions.get(i)), wishes));
            }
        }
        for (int i = 0; i < conditions.size(); i++) {
            for (int j = i + 1; j < conditions.size(); j++) {
                List<Condition> two = List.of(conditions.get(i), conditions.get(j));
                if (excludes(two, wishes)) {
                    return Optional.of(text(two, wishes));
                }
            }
        }
        return Optional.empty();
    }

    private boolean excludes(List<Condition> some, Wishes wishes) {
        Alternatives allowed = Alternatives.of(new TableRules(columns, some, snapshot.functions(), surroundings));
        return allowed.conflict().isPresent()
                || allowed.choose(new Draws(0), wishes).isEmpty();
    }

    private static String text(List<Condition> conditions, Wishes wishes) {
        Set<String> named = new TreeSet<>();
        conditions.forEach(c -> named.addAll(Substitution.columns(c.expr())));
        List<String> parts = new ArrayList<>();
        conditions.forEach(c -> parts.add(c.name() + " " + c.text()));
        wishes.values().forEach((column, value) -> {
            if (named.contains(column)) {
                parts.add(column + " = " + value);
            }
        });
        wishes.nullness().forEach((column, nullness) -> {
            if (named.contains(column)) {
                parts.add(column + (nullness == Nullness.NULL ? " IS NULL" : " IS NOT NULL"));
            }
        });
        return "these contradict each other: " + String.join("; ", parts);
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

    /** {@return whether a column that may be either is left NULL in a row} */
    public boolean leftNull(int column, Nullness nullness, Draws draws, Nulls nulls) {
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
