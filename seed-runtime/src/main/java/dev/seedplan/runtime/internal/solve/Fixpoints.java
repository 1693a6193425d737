package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Language;
import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Canonical forms: a column that equals a function of itself, such as {@code lower(x) = x}. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class Fixpoints {

    private final TableRules rules;

    Fixpoints(TableRules rules) {
        this.rules = rules;
    }

    @Nullable
    List<Facts> facts(Expr left, Expr right, String operator, boolean truth) {
        if (!operator.equals("=") && !operator.equals("<>")) {
            return null;
        }
        Expr one = bare(left);
        Expr other = bare(right);
        Expr function = one instanceof Expr.Column ? other : one;
        Expr column = one instanceof Expr.Column ? one : other;
        if (!(column instanceof Expr.Column named) || function instanceof Expr.Column) {
            return null;
        }
        ColumnType type = rules.type(named.name());
        if (type == null || !type.isText() || type.key().equals("citext")) {
            return null;
        }
        Language fixed = Language.anything();
        int functions = 0;
        Expr at = function;
        while (!(at instanceof Expr.Column)) {
            Language unchanged = at instanceof Expr.Call call ? unchanged(call) : null;
            if (unchanged == null) {
                return null;
            }
            fixed = fixed.and(unchanged);
            functions++;
            at = bare(((Expr.Call) at).arguments().get(0));
        }
        boolean same = operator.equals("=") == truth;
        if (same) {
            // Several functions may undo each other; none of them doing anything is a part of the solutions.
            return List.of(Facts.of(TextFacts.of(functions > 1 ? fixed.inPart() : fixed)));
        }
        return functions > 1 ? null : List.of(Facts.of(TextFacts.of(fixed.not())));
    }

    private static Expr bare(Expr expr) {
        Expr at = expr;
        while (at instanceof Expr.Cast cast && cast.type().modifiers().isEmpty()) {
            at = cast.of();
        }
        return at;
    }

    /** {@return the texts a function leaves as they are} */
    private @Nullable Language unchanged(Expr.Call call) {
        switch (call.name().toLowerCase(Locale.ROOT)) {
            case "lower":
                return Language.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", true);
            case "upper":
                return Language.of("abcdefghijklmnopqrstuvwxyz", true);
            case "btrim", "ltrim", "rtrim":
                String blank =
                        call.arguments().size() > 1 ? text(call.arguments().get(1)) : " ";
                if (blank == null || blank.isEmpty()) {
                    return null;
                }
                Language inner = Language.of(blank, true).and(Language.length(1, 1));
                Language ends = Language.of("");
                Language any = Language.anything();
                boolean start = !call.name().equalsIgnoreCase("rtrim");
                boolean end = !call.name().equalsIgnoreCase("ltrim");
                Language trimmed = any;
                if (start) {
                    trimmed = trimmed.and(inner.then(any).or(ends));
                }
                return end ? trimmed.and(any.then(inner).or(ends)) : trimmed;
            case "replace":
                String from = text(call.arguments().get(1));
                String to = text(call.arguments().get(2));
                return from == null || from.isEmpty() || from.equals(to)
                        ? null
                        : Language.containing(from).not();
            case "substr", "left":
                int last = call.arguments().size() - 1;
                Datum length = rules.constant(call.arguments().get(last));
                boolean whole = call.name().equalsIgnoreCase("left")
                        || (last == 2 && "1".equals(call.arguments().get(1).toString()));
                return whole && length != null && length.value() instanceof Long most && most >= 0 && most < 1000
                        ? Language.length(0, most.intValue())
                        : null;
            default:
                return null;
        }
    }

    private @Nullable String text(Expr expr) {
        Datum datum = rules.constant(expr);
        return datum != null && datum.value() instanceof String text ? text : null;
    }
}
