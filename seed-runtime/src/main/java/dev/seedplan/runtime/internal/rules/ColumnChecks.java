package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.solve.Condition;
import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Evaluator;
import dev.seedplan.runtime.internal.sql.Surroundings;
import dev.seedplan.runtime.internal.sql.Truth;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.spi.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether values that a plan gives to single columns break a check of their table, whatever the other columns hold. What
 * cannot be told here is left to the server. Not for several threads.
 */
public final class ColumnChecks {

    private final Map<String, ColumnSpec> columns = new HashMap<>();
    private final Map<String, List<Condition>> conditions = new HashMap<>();
    private final Evaluator evaluator;

    /**
     * Reads the checks of a table.
     *
     * @param now the plan's instant
     */
    public ColumnChecks(TableSpec table, Instant now) {
        evaluator = new Evaluator(Surroundings.at(now));
        for (ColumnSpec column : table.columns()) {
            columns.put(column.name(), column);
        }
        for (TableSpec.CheckSpec check : table.checks()) {
            Condition condition = Condition.of(check.name(), check.expression(), Condition.Mode.CHECK);
            for (String column : columns.keySet()) {
                // A check that names the column elsewhere, in a text perhaps, is merely tried in vain.
                if (check.expression().contains(column)) {
                    conditions.computeIfAbsent(column, c -> new ArrayList<>()).add(condition);
                }
            }
        }
    }

    /** {@return the check that a value of a column breaks, as the database prints it; null if it breaks none} */
    public @Nullable String broken(String column, Object value) {
        ColumnSpec spec = columns.get(column);
        Datum datum = spec == null ? Datum.UNDECIDED : datum(spec, value);
        if (!datum.isDecided()) {
            return null;
        }
        for (Condition condition : conditions.getOrDefault(column, List.of())) {
            Truth truth = evaluator.test(condition.expr(), other -> other.equals(column) ? datum : Datum.UNDECIDED);
            if (truth == Truth.FALSE) {
                return condition.name() + ": " + condition.text();
            }
        }
        return null;
    }

    private static Datum datum(ColumnSpec column, Object value) {
        Kind element = column.element();
        String key = column.kind() == Kind.ARRAY && element != null ? key(element) : key(column.kind());
        return key.isEmpty()
                ? Datum.UNDECIDED
                : new Datum(column.kind() == Kind.ARRAY ? key + "[]" : key, HeldValues.ofPlan(value));
    }

    /** The name by which expressions know a kind; empty for kinds whose values they hold otherwise. */
    private static String key(Kind kind) {
        return switch (kind) {
            case BOOL -> "bool";
            case INT2 -> "int2";
            case INT4 -> "int4";
            case INT8 -> "int8";
            case FLOAT8 -> "float8";
            case NUMERIC -> "numeric";
            case TEXT -> "text";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamptz";
            default -> "";
        };
    }
}
