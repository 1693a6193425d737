package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Evaluator;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Inlining;
import dev.seedplan.runtime.internal.sql.Substitution;
import dev.seedplan.runtime.internal.sql.Surroundings;
import dev.seedplan.runtime.internal.types.Draws;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that must hold for a row of a table. */
public final class TableRules {

    private final Map<String, ColumnType> types = new LinkedHashMap<>();
    private final Map<String, RuleColumn> columns = new LinkedHashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Facts> elements = new TreeMap<>();
    private final Evaluator evaluator;
    private final Instant now;
    private final ColumnType text;

    /**
     * Collects rules.
     *
     * @param columns all columns that get values; a condition that mentions another one is left to the server
     * @param conditions of the table; those of the columns' domains are added
     * @param functions whose calls may be replaced by their bodies
     */
    public TableRules(
            List<RuleColumn> columns,
            List<Condition> conditions,
            List<Snapshot.Function> functions,
            Surroundings surroundings) {
        Map<String, List<String>> enums = new TreeMap<>(surroundings.enums());
        columns.forEach(column -> collectEnums(column.type(), enums));
        this.evaluator = new Evaluator(new Surroundings(surroundings.now(), surroundings.zone(), enums));
        this.now = surroundings.now();
        QName name = new QName("pg_catalog", "text");
        this.text = new ColumnType(new SqlType.Scalar("text", name, -1, null), evaluator);
        Inlining inlining = new Inlining(functions);
        for (RuleColumn column : columns) {
            this.columns.put(column.name(), column);
            types.put(column.name(), new ColumnType(column.type(), evaluator));
        }
        for (Condition condition : conditions) {
            this.conditions.add(new Condition(
                    condition.name(), condition.text(), inlining.inline(condition.expr()), condition.mode()));
        }
        for (RuleColumn column : columns) {
            this.conditions.addAll(DomainChecks.of(column, inlining));
            if (ColumnType.bare(column.type()) instanceof SqlType.ArrayOf array
                    && array.element() instanceof SqlType.Domain domain) {
                RuleColumn each = new RuleColumn("value", domain, false);
                TableRules rules = new TableRules(List.of(each), List.of(), functions, surroundings);
                Choice choice = Alternatives.of(rules)
                        .choose(new Draws(0), Wishes.nulls(0))
                        .orElse(null);
                elements.put(column.name(), choice == null ? Facts.of(Nullness.NULL) : choice.facts("value"));
            }
        }
    }

    private static void collectEnums(SqlType type, Map<String, List<String>> enums) {
        SqlType base = ColumnType.bare(type);
        if (base instanceof SqlType.Enumerated labelled) {
            enums.put(labelled.name().name(), labelled.labels());
        } else if (base instanceof SqlType.ArrayOf array) {
            collectEnums(array.element(), enums);
        }
    }

    /** {@return the conditions, with those of domains, functions replaced by their bodies} */
    public List<Condition> conditions() {
        return Collections.unmodifiableList(conditions);
    }

    /** {@return the columns in their order} */
    public List<RuleColumn> columns() {
        return List.copyOf(columns.values());
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** {@return what a domain says of the elements of an array column, null if nothing} */
    @Nullable
    Facts elementFacts(String column) {
        return elements.get(column);
    }

    /** {@return an interval without months in microseconds} */
    @Nullable
    BigDecimal micros(Datum interval) {
        return Evaluator.micros(interval);
    }

    Instant now() {
        return now;
    }

    /** {@return plain text, for members of documents} */
    ColumnType text() {
        return text;
    }

    @Nullable
    ColumnType type(String column) {
        return types.get(column);
    }

    Map<String, ColumnType> types() {
        return types;
    }

    boolean isNullable(String column) {
        RuleColumn found = columns.get(column);
        return found != null && !found.notNull();
    }

    boolean isBoolean(String column) {
        ColumnType type = types.get(column);
        return type != null && type.isBoolean();
    }

    boolean isRange(String column) {
        ColumnType type = types.get(column);
        return type != null && ColumnType.bare(type.type()) instanceof SqlType.Range;
    }

    boolean isEnum(String key) {
        return types.values().stream()
                .anyMatch(type -> type.key().equals(key) && ColumnType.bare(type.type()) instanceof SqlType.Enumerated);
    }

    boolean isText(String key) {
        return List.of("text", "varchar", "bpchar", "citext", "name").contains(key);
    }

    boolean isCitext(Expr expr) {
        return "citext".equals(typeKey(expr));
    }

    /** {@return the value of an expression without columns, null if it has some or only the server knows it} */
    @Nullable
    Datum constant(Expr expr) {
        if (!Substitution.columns(expr).isEmpty()) {
            return null;
        }
        Datum datum = evaluator.value(expr, column -> Datum.UNDECIDED);
        return datum.isDecided() ? datum : null;
    }

    /** {@return the result of an operator, null where it is not known} */
    @Nullable
    Datum compute(String operator, Datum left, Datum right) {
        return constant(new Expr.Binary(operator, new Expr.Known(left), new Expr.Known(right)));
    }

    /** {@return the key of an expression's type, null where it is not known} */
    @Nullable
    String typeKey(Expr expr) {
        if (expr instanceof Expr.Column column) {
            ColumnType type = types.get(column.name());
            return type == null ? null : type.key();
        } else if (expr instanceof Expr.Cast cast) {
            return cast.type().key();
        } else if (expr instanceof Expr.Collate collate) {
            return typeKey(collate.of());
        } else if (expr instanceof Expr.Call call && call.schema() == null) {
            boolean text = List.of("lower", "upper", "btrim", "ltrim", "rtrim", "substr", "left", "right", "replace")
                    .contains(call.name());
            return text ? "text" : null;
        } else if (expr instanceof Expr.Binary binary && binary.operator().equals("->>")) {
            return "text";
        }
        return expr instanceof Expr.Binary binary && binary.operator().equals("->") ? typeKey(binary.left()) : null;
    }
}
