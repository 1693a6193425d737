package dev.seedplan.runtime.internal.fill;

import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.internal.meaning.ColumnMeaning;
import dev.seedplan.runtime.internal.meaning.Meaning;
import dev.seedplan.runtime.internal.rules.Defaults;
import dev.seedplan.runtime.internal.rules.FillColumn;
import dev.seedplan.runtime.internal.rules.FillTable;
import dev.seedplan.runtime.internal.rules.SolvedRules;
import dev.seedplan.runtime.internal.types.ValueText;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says of each column of a table where its values come from and why. */
final class Explanation {

    private final FillPass pass;
    private final FillTable table;

    Explanation(FillPass pass, FillTable table) {
        this.pass = pass;
        this.table = table;
    }

    /**
     * {@return the explanation, line by line}
     *
     * @param column only this one; null for all
     * @param row the number of a row whose values are shown too; -1 for none
     */
    List<String> lines(@Nullable String column, long row) {
        List<String> lines = new ArrayList<>();
        lines.add(table.id() + ": " + outcome());
        TableRows rows = pass.state().planned(table.name());
        int width =
                table.columns().stream().mapToInt(c -> c.name().length()).max().orElse(0);
        @Nullable Object @Nullable [] values = rows != null && row >= 0 && row < rows.size() ? rows.row(row) : null;
        for (FillColumn described : table.columns()) {
            if (column != null && !column.equals(described.name())) {
                continue;
            }
            lines.add("  " + described.name()
                    + " ".repeat(width - described.name().length()) + "  "
                    + String.join("; ", reasons(described, rows)));
            if (values != null) {
                Object value = values[described.index()];
                lines.add("  " + " ".repeat(width) + "  = "
                        + (described.column().isGenerated() || (rows != null && !sent(rows, described))
                                ? "(computed by the server)"
                                : value == null ? "NULL" : ValueText.text(described.type(), value)));
            }
        }
        return lines;
    }

    private String outcome() {
        for (FillSummary.LeftOut left : pass.leftOut()) {
            if (left.table().equals(table.id()) && left.failed()) {
                return "cannot be filled: " + left.reason();
            }
        }
        for (FillSummary.Filled filled : pass.filled()) {
            if (filled.table().equals(table.id())) {
                return String.format(
                        Locale.ROOT, "%,d of %,d rows, by %s", filled.written(), filled.asked(), filled.how());
            }
        }
        return "no rows are asked for";
    }

    private List<String> reasons(FillColumn described, @Nullable TableRows rows) {
        Column column = described.column();
        List<String> reasons = new ArrayList<>();
        if (column.isGenerated()) {
            return List.of("computed by the server: " + column.generated());
        }
        if (rows != null) {
            reasons.addAll(rows.reasons(described.index()));
        }
        if (rows != null && !sent(rows, described)) {
            return List.of("left to the server: its default " + column.defaultExpression());
        }
        for (Constraint.Check check : table.checks()) {
            if (check.columns().contains(described.name())) {
                reasons.add("meets " + check.name() + " " + check.definition());
            }
        }
        boolean settled = rows != null
                && !rows.reasons(described.index()).isEmpty()
                && reasons.stream().noneMatch(r -> r.startsWith("different"));
        if (!settled) {
            SolvedRules rules = pass.rules(table);
            ColumnMeaning meaning = rules.natural().meaning(described.index());
            if (meaning.meaning() != Meaning.NONE) {
                reasons.add(meaning.meaning().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + meaning.why());
            } else if (Defaults.constant(described) != null) {
                reasons.add("its default " + column.defaultExpression() + " in half of the rows, else its type "
                        + described.type().sql());
            } else {
                reasons.add("its type " + described.type().sql());
            }
            if (!described.notNull()) {
                reasons.add(String.format(
                        Locale.ROOT, "NULL in %.0f %% of rows", rules.natural().nullRate(described.index()) * 100));
            }
        }
        return reasons;
    }

    private static boolean sent(TableRows rows, FillColumn column) {
        return Arrays.stream(rows.sent()).anyMatch(c -> c == column.index());
    }
}
