package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.types.Draws;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alternative chosen for one row, before it has values. */
public final class Choice {

    private final TableRules rules;
    private final State state;

    Choice(TableRules rules, State state) {
        this.rules = rules;
        this.state = state;
    }

    /** {@return whether a column must be NULL, must not, or may be either: then the caller decides} */
    public Nullness nullness(String column) {
        return state.facts(column).nullness();
    }

    /** {@return what else is known of a column, relations to others left aside} */
    public Facts facts(String column) {
        return state.facts(column);
    }

    /** {@return the numbered values the column can have here; empty if they cannot be numbered} */
    public Optional<ValueDomain> domain(String column) {
        ColumnType type = rules.type(column);
        return type == null ? Optional.empty() : ValueDomain.of(type, state.facts(column), rules);
    }

    /**
     * {@return the row with values for all other columns; a nullable column that is not fixed and may be either gets a value}
     *
     * @param fixed values that stand, NULL as null
     * @param proposer gives natural values, taken where the conditions allow it
     * @param draws of the row
     */
    public RowResult complete(Map<String, @Nullable Object> fixed, Proposer proposer, Draws draws) {
        return new Completion(rules, proposer).complete(state, fixed, draws);
    }
}
