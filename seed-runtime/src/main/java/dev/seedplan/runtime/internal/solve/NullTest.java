package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ways for an expression to be NULL, or not to be. */
final class NullTest {

    /** Functions that give NULL for NULL, and for nothing else. */
    private static final Set<String> TRANSPARENT = Set.of(
            ("lower upper length char_length octet_length btrim ltrim rtrim substr replace left right md5 abs floor ceil "
                            + "round date_trunc strpos jsonb_typeof json_typeof cardinality")
                    .split(" "));

    private final TableRules rules;

    NullTest(TableRules rules) {
        this.rules = rules;
    }

    /** {@return whether an expression over one column is NULL exactly if the column is} */
    static boolean isTransparent(Expr expr) {
        if (expr instanceof Expr.Column) {
            return true;
        } else if (expr instanceof Expr.Cast cast) {
            return isTransparent(cast.of());
        }
        return expr instanceof Expr.Call call
                && call.schema() == null
                && TRANSPARENT.contains(call.name())
                && call.arguments().stream()
                        .allMatch(
                                a -> Substitution.columns(a).isEmpty() ? !(a instanceof Expr.Null) : isTransparent(a));
    }

    List<List<Step>> ways(Expr expr, boolean isNull) {
        if (expr instanceof Expr.Column column) {
            Facts facts = Facts.of(isNull ? Nullness.NULL : Nullness.NOT_NULL);
            return Step.all(new Step.Known(column.name(), facts));
        } else if (expr instanceof Expr.Cast cast) {
            return ways(cast.of(), isNull);
        } else if (expr instanceof Expr.Call call && call.schema() == null) {
            String name = call.name().toLowerCase(Locale.ROOT);
            if (name.equals("coalesce")) {
                return ifAllAre(call.arguments(), isNull);
            } else if (TRANSPARENT.contains(name) && !isRange(call)) {
                return ifOneIs(call.arguments(), isNull);
            } else if (name.equals("nullif")) {
                Expr equal = new Expr.Binary(
                        "=", call.arguments().get(0), call.arguments().get(1));
                Step different = new Step.Goal(equal, Outcomes.FALSE | Outcomes.NULL);
                Step present = new Step.Goal(new Expr.Is(call.arguments().get(0), "NULL", true), Outcomes.TRUE);
                Step absent = new Step.Goal(new Expr.Is(call.arguments().get(0), "NULL", false), Outcomes.TRUE);
                return isNull
                        ? List.of(List.of(new Step.Goal(equal, Outcomes.TRUE)), List.of(absent))
                        : Step.all(different, present);
            }
        } else if (expr instanceof Expr.Binary binary && "+-*/".contains(binary.operator())) {
            return ifOneIs(List.of(binary.left(), binary.right()), isNull);
        } else if (isCondition(expr)) {
            return Step.all(new Step.Goal(expr, isNull ? Outcomes.NULL : Outcomes.TRUE | Outcomes.FALSE));
        }
        return new Atoms(rules).ways(new Expr.Is(expr, "NULL", false), isNull ? Outcomes.TRUE : Outcomes.FALSE);
    }

    private boolean isRange(Expr.Call call) {
        return call.arguments().get(0) instanceof Expr.Column column && rules.isRange(column.name());
    }

    private static boolean isCondition(Expr expr) {
        return expr instanceof Expr.Not
                || expr instanceof Expr.And
                || expr instanceof Expr.Or
                || expr instanceof Expr.Quantified
                || (expr instanceof Expr.Binary binary && Atoms.CONDITIONS.contains(binary.operator()));
    }

    /** NULL if all of them are. */
    private static List<List<Step>> ifAllAre(List<Expr> of, boolean isNull) {
        List<List<Step>> ways = new ArrayList<>();
        if (isNull) {
            ways.add(of.stream().map(e -> test(e, true)).toList());
        } else {
            of.forEach(e -> ways.add(List.of(test(e, false))));
        }
        return ways;
    }

    /** NULL if one of them is. */
    private static List<List<Step>> ifOneIs(List<Expr> of, boolean isNull) {
        List<List<Step>> ways = new ArrayList<>();
        List<Expr> open =
                of.stream().filter(e -> !Substitution.columns(e).isEmpty()).toList();
        if (isNull) {
            open.forEach(e -> ways.add(List.of(test(e, true))));
        } else {
            ways.add(open.stream().map(e -> test(e, false)).toList());
        }
        return ways;
    }

    private static Step test(Expr expr, boolean isNull) {
        return new Step.Goal(new Expr.Is(expr, "NULL", false), isNull ? Outcomes.TRUE : Outcomes.FALSE);
    }
}
