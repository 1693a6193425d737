package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a row at one point of a search. */
final class State {

    private final TableRules rules;
    private final Map<String, Facts> facts;
    private final List<Step.Relation> relations;
    private boolean partial;

    private State(TableRules rules, Map<String, Facts> facts, List<Step.Relation> relations, boolean partial) {
        this.rules = rules;
        this.facts = facts;
        this.relations = relations;
        this.partial = partial;
    }

    /** What the types and NOT NULL say. */
    static @Nullable State first(TableRules rules, boolean withNotNull) {
        State state = new State(rules, new TreeMap<>(), new ArrayList<>(), false);
        for (RuleColumn column : rules.columns()) {
            ColumnType type = Objects.requireNonNull(rules.type(column.name()));
            Facts own = type.ownFacts().with(withNotNull && column.notNull() ? Nullness.NOT_NULL : Nullness.ANY);
            Facts each = rules.elementFacts(column.name());
            Facts all = each == null ? own : own.and(Facts.of(ListFacts.elements(each)));
            Facts refined = all == null ? null : type.refined(all);
            if (refined == null) {
                return null;
            }
            state.facts.put(column.name(), refined);
        }
        return state;
    }

    TableRules rules() {
        return rules;
    }

    State copy() {
        return new State(rules, new TreeMap<>(facts), new ArrayList<>(relations), partial);
    }

    Facts facts(String column) {
        return facts.getOrDefault(column, Facts.ANY);
    }

    Map<String, Facts> facts() {
        return facts;
    }

    List<Step.Relation> relations() {
        return relations;
    }

    boolean isPartial() {
        return partial;
    }

    void setPartial() {
        partial = true;
    }

    /** {@return whether the column can be so, too, which is noted} */
    boolean add(String column, Facts more) {
        ColumnType type = rules.type(column);
        if (type == null) {
            return true;
        }
        if (!more.text().language().isExact()) {
            partial = true;
        }
        Facts old = facts(column);
        Facts both = old.and(more);
        if (both == null) {
            return false;
        } else if (both.equals(old)) {
            return true;
        }
        Facts refined = type.refined(both);
        if (refined == null) {
            return false;
        }
        facts.put(column, refined);
        return true;
    }

    /** {@return whether adding this would fail; nothing is noted} */
    boolean contradicts(String column, Facts more) {
        Facts both = facts(column).and(more);
        ColumnType type = rules.type(column);
        return type != null && (both == null || type.refined(both) == null);
    }

    /** {@return a relation with the columns that can be only one value replaced by it, null if there is none of them} */
    @Nullable
    Expr narrowed(Expr expr) {
        Set<String> columns = Substitution.columns(expr);
        boolean any = columns.stream().anyMatch(column -> only(column) != null);
        return any ? Substitution.replace(expr, this::replacement) : null;
    }

    private @Nullable Expr replacement(Expr part) {
        Datum datum = part instanceof Expr.Column column ? only(column.name()) : null;
        return datum == null ? null : new Expr.Known(datum);
    }

    private @Nullable Datum only(String column) {
        ColumnType type = rules.type(column);
        Facts known = facts.get(column);
        if (type == null || known == null) {
            return null;
        } else if (known.nullness() == Nullness.NULL) {
            return type.datum(null);
        }
        Set<Object> in = known.in();
        if (known.nullness() == Nullness.NOT_NULL
                && in != null
                && in.size() == 1
                && !type.key().equals("citext")) {
            Object value = type.valueOfKey(in.iterator().next());
            return value == null ? null : type.datum(value);
        }
        return null;
    }
}
