package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.solve.Step.Goal;
import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Substitution;
import dev.seedplan.runtime.internal.sql.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a condition apart: each way to meet it is a list of steps that must all succeed. In three-valued logic a condition
 * is asked to be in a set of outcomes, which spares most branches: {@code x > 0} that may be NULL is one fact about x.
 */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class Decomposition {

    private final TableRules rules;
    private final Atoms atoms;
    private final Lifting lifting;

    Decomposition(TableRules rules) {
        this.rules = rules;
        this.atoms = new Atoms(rules);
        this.lifting = new Lifting(rules);
    }

    List<List<Step>> ways(Goal goal) {
        int outcomes = goal.outcomes();
        if (outcomes == Outcomes.ANY) {
            return Step.done();
        } else if (outcomes == 0) {
            return Step.never();
        }
        Expr expr = goal.expr();
        if (Substitution.columns(expr).isEmpty()) {
            Truth truth = rules.evaluator().test(expr, column -> Datum.UNDECIDED);
            return Outcomes.allow(outcomes, truth) ? Step.done() : Step.never();
        }
        if (expr instanceof Expr.Not not) {
            return Step.all(new Goal(not.of(), Outcomes.swapped(outcomes)));
        } else if (expr instanceof Expr.And and) {
            return junction(and.of(), outcomes, Outcomes.TRUE, Outcomes.FALSE);
        } else if (expr instanceof Expr.Or or) {
            return junction(or.of(), outcomes, Outcomes.FALSE, Outcomes.TRUE);
        } else if (expr instanceof Expr.Is is) {
            return is(is, outcomes);
        } else if (expr instanceof Expr.Distinct distinct) {
            return distinct(distinct, outcomes);
        } else if (expr instanceof Expr.Case branches) {
            return lifting.branches(branches, result -> result, outcomes);
        } else if (expr instanceof Expr.Binary binary && isEquality(binary) && bothConditions(binary)) {
            return sameTruth(binary, outcomes);
        }
        List<List<Step>> lifted = lifting.lift(expr, outcomes);
        return lifted != null ? lifted : atoms.ways(expr, outcomes);
    }

    /**
     * AND, with {@code weak} TRUE and {@code strong} FALSE, or OR the other way round: all parts must be weak for it to be
     * weak, one strong part makes it strong.
     */
    private static List<List<Step>> junction(List<Expr> of, int outcomes, int weak, int strong) {
        boolean mayBeNull = (outcomes & Outcomes.NULL) != 0;
        List<List<Step>> ways = new ArrayList<>();
        if ((outcomes & weak) != 0) {
            int each = mayBeNull ? weak | Outcomes.NULL : weak;
            ways.add(of.stream().map(part -> (Step) new Goal(part, each)).toList());
        } else if (mayBeNull && (outcomes & strong) == 0) {
            for (Expr nullOne : of) {
                ways.add(of.stream()
                        .map(part -> (Step) new Goal(part, part == nullOne ? Outcomes.NULL : weak | Outcomes.NULL))
                        .toList());
            }
        }
        if ((outcomes & strong) != 0) {
            // What is neither weak nor strong is NULL: at least one part must leave the weak side.
            int one = mayBeNull && (outcomes & weak) == 0 ? strong | Outcomes.NULL : strong;
            of.forEach(part -> ways.add(List.of(new Goal(part, one))));
        }
        return ways;
    }

    private List<List<Step>> is(Expr.Is is, int outcomes) {
        boolean wanted = (outcomes & Outcomes.TRUE) != 0;
        boolean unwanted = (outcomes & Outcomes.FALSE) != 0;
        if (wanted == unwanted) {
            return wanted ? Step.done() : Step.never();
        }
        boolean holds = wanted != is.negated();
        switch (is.what()) {
            case "NULL":
                return is.of() instanceof Expr.Row row
                        ? rowNull(row, is, wanted)
                        : new NullTest(rules).ways(is.of(), holds);
            case "TRUE":
                return Step.all(new Goal(is.of(), holds ? Outcomes.TRUE : Outcomes.FALSE | Outcomes.NULL));
            case "FALSE":
                return Step.all(new Goal(is.of(), holds ? Outcomes.FALSE : Outcomes.TRUE | Outcomes.NULL));
            case "UNKNOWN":
                return Step.all(new Goal(is.of(), holds ? Outcomes.NULL : Outcomes.TRUE | Outcomes.FALSE));
            default:
                return atoms.ways(is, outcomes);
        }
    }

    /** A row is NULL if all its fields are, and not NULL if none is; else neither. */
    private static List<List<Step>> rowNull(Expr.Row row, Expr.Is is, boolean wanted) {
        List<List<Step>> ways = new ArrayList<>();
        if (wanted) {
            ways.add(row.of().stream()
                    .map(field -> (Step) new Goal(new Expr.Is(field, "NULL", is.negated()), Outcomes.TRUE))
                    .toList());
        } else {
            row.of()
                    .forEach(field ->
                            ways.add(List.of(new Goal(new Expr.Is(field, "NULL", is.negated()), Outcomes.FALSE))));
        }
        return ways;
    }

    private static List<List<Step>> distinct(Expr.Distinct distinct, int outcomes) {
        boolean wanted = (outcomes & Outcomes.TRUE) != 0;
        if (wanted == ((outcomes & Outcomes.FALSE) != 0)) {
            return wanted ? Step.done() : Step.never();
        }
        Expr leftNull = new Expr.Is(distinct.left(), "NULL", false);
        Expr rightNull = new Expr.Is(distinct.right(), "NULL", false);
        Expr equal = new Expr.Binary("=", distinct.left(), distinct.right());
        List<List<Step>> ways = new ArrayList<>();
        if (wanted != distinct.negated()) {
            ways.add(List.of(new Goal(equal, Outcomes.FALSE)));
            ways.add(List.of(new Goal(leftNull, Outcomes.TRUE), new Goal(rightNull, Outcomes.FALSE)));
            ways.add(List.of(new Goal(leftNull, Outcomes.FALSE), new Goal(rightNull, Outcomes.TRUE)));
        } else {
            ways.add(List.of(new Goal(equal, Outcomes.TRUE)));
            ways.add(List.of(new Goal(leftNull, Outcomes.TRUE), new Goal(rightNull, Outcomes.TRUE)));
        }
        return ways;
    }

    private static boolean isEquality(Expr.Binary binary) {
        return binary.operator().equals("=") || binary.operator().equals("<>");
    }

    private boolean bothConditions(Expr.Binary binary) {
        return isCondition(binary.left()) && isCondition(binary.right());
    }

    private boolean isCondition(Expr expr) {
        return expr instanceof Expr.Is
                || expr instanceof Expr.Not
                || expr instanceof Expr.And
                || expr instanceof Expr.Or
                || expr instanceof Expr.Bool
                || expr instanceof Expr.Distinct
                || expr instanceof Expr.Quantified
                || (expr instanceof Expr.Binary binary && Atoms.CONDITIONS.contains(binary.operator()))
                || (expr instanceof Expr.Column column && rules.isBoolean(column.name()));
    }

    private static List<List<Step>> sameTruth(Expr.Binary binary, int outcomes) {
        boolean equal = binary.operator().equals("=");
        int wanted = equal ? outcomes : Outcomes.swapped(outcomes);
        List<List<Step>> ways = new ArrayList<>();
        if ((wanted & Outcomes.TRUE) != 0) {
            ways.add(List.of(new Goal(binary.left(), Outcomes.TRUE), new Goal(binary.right(), Outcomes.TRUE)));
            ways.add(List.of(new Goal(binary.left(), Outcomes.FALSE), new Goal(binary.right(), Outcomes.FALSE)));
        }
        if ((wanted & Outcomes.FALSE) != 0) {
            ways.add(List.of(new Goal(binary.left(), Outcomes.TRUE), new Goal(binary.right(), Outcomes.FALSE)));
            ways.add(List.of(new Goal(binary.left(), Outcomes.FALSE), new Goal(binary.right(), Outcomes.TRUE)));
        }
        if ((wanted & Outcomes.NULL) != 0) {
            ways.add(List.of(new Goal(binary.left(), Outcomes.NULL)));
            ways.add(List.of(new Goal(binary.right(), Outcomes.NULL)));
        }
        return ways;
    }
}
