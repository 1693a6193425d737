package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Language;
import dev.seedplan.runtime.internal.regex.UnsupportedPatternException;
import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions without AND, OR and decisions: facts about one column, or relations between several. */
// What looks swapped is meant.
@SuppressWarnings("ArgumentSelectionDefectChecker")
final class Atoms {

    /** Operators that give a truth. */
    static final Set<String> CONDITIONS = Set.of(
            "=", "<>", "<", "<=", ">", ">=", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*", "?", "?&", "?|", "@>",
            "<@", "&&", "^@");

    private static final Map<String, String> NEGATED = Map.ofEntries(
            Map.entry("=", "<>"),
            Map.entry("<>", "="),
            Map.entry("<", ">="),
            Map.entry(">=", "<"),
            Map.entry(">", "<="),
            Map.entry("<=", ">"),
            Map.entry("~", "!~"),
            Map.entry("!~", "~"),
            Map.entry("~*", "!~*"),
            Map.entry("!~*", "~*"),
            Map.entry("~~", "!~~"),
            Map.entry("!~~", "~~"),
            Map.entry("~~*", "!~~*"),
            Map.entry("!~~*", "~~*"));

    private static final Map<String, String> MIRRORED = Map.of(
            "=", "=", "<>", "<>", "<", ">", "<=", ">=", ">", "<", ">=", "<=", "@>", "<@", "<@", "@>", "&&", "&&");

    private final TableRules rules;
    private final Restriction restriction;

    Atoms(TableRules rules) {
        this.rules = rules;
        this.restriction = new Restriction(rules);
    }

    /** {@return the comparison that holds where one does not, given that nothing is NULL} */
    static String negated(String operator) {
        return NEGATED.getOrDefault(operator, operator);
    }

    List<List<Step>> ways(Expr expr, int outcomes) {
        Set<String> columns = Substitution.columns(expr);
        boolean opaque = Substitution.hasOpaque(expr);
        for (String column : columns) {
            if (rules.type(column) == null) {
                return Step.done();
            }
        }
        if (columns.size() != 1 || opaque) {
            return columns.isEmpty() || opaque ? Step.done() : Step.all(new Step.Relation(expr, outcomes));
        }
        if (comparesWithNull(expr)) {
            return (outcomes & Outcomes.NULL) != 0 ? Step.done() : Step.never();
        }
        String column = columns.iterator().next();
        if (outcomes == Outcomes.NULL && isStrict(expr)) {
            return Step.all(new Step.Known(column, Facts.of(Nullness.NULL)));
        }
        boolean truth = (outcomes & Outcomes.TRUE) != 0;
        List<Facts> found = null;
        if (truth != ((outcomes & Outcomes.FALSE) != 0)) {
            found = facts(expr, truth);
        }
        if (found == null) {
            // What is not understood is tried on candidates.
            return Step.all(new Step.Known(column, Facts.of(new Facts.Test(expr, outcomes))));
        }
        Nullness nullness = (outcomes & Outcomes.NULL) != 0 ? Nullness.ANY : Nullness.NOT_NULL;
        List<List<Step>> ways = new ArrayList<>();
        for (Facts facts : found) {
            Facts known = facts.nullness() == Nullness.ANY ? facts.with(nullness) : facts;
            ways.add(List.of(new Step.Known(column, known)));
        }
        if (found.isEmpty() && nullness == Nullness.ANY) {
            ways.add(List.of(new Step.Known(column, Facts.of(Nullness.NULL))));
        }
        return ways;
    }

    private boolean comparesWithNull(Expr expr) {
        if (!(expr instanceof Expr.Binary binary) || !CONDITIONS.contains(binary.operator())) {
            return false;
        }
        Datum left = rules.constant(binary.left());
        Datum right = rules.constant(binary.right());
        return (left != null && left.value() == null) || (right != null && right.value() == null);
    }

    /** Whether it is NULL exactly if its column is. */
    private static boolean isStrict(Expr expr) {
        if (expr instanceof Expr.Binary binary && CONDITIONS.contains(binary.operator())) {
            boolean left = Substitution.columns(binary.left()).isEmpty();
            boolean right = Substitution.columns(binary.right()).isEmpty();
            return (left && NullTest.isTransparent(binary.right())) || (right && NullTest.isTransparent(binary.left()));
        }
        return NullTest.isTransparent(expr);
    }

    /** {@return alternatives of facts that make it true (or false), of which one is enough; null if not understood} */
    private @Nullable List<Facts> facts(Expr expr, boolean truth) {
        try {
            if (expr instanceof Expr.Column) {
                return restriction.of(expr, new Constraint.Compare("=", new Datum("bool", truth)));
            } else if (expr instanceof Expr.Binary binary) {
                return binary(binary, truth);
            } else if (expr instanceof Expr.Quantified quantified) {
                return quantified(quantified, truth);
            } else if (expr instanceof Expr.Call call && call.arguments().size() == 2 && call.schema() == null) {
                return call(call, truth);
            } else if (expr instanceof Expr.Is is) {
                return new JsonAtoms(rules).is(is, truth);
            }
            return null;
        } catch (UnsupportedPatternException e) {
            return null;
        }
    }

    private @Nullable List<Facts> call(Expr.Call call, boolean truth) {
        Datum constant = rules.constant(call.arguments().get(1));
        if (constant == null || !(constant.value() instanceof String text)) {
            return null;
        }
        Language language = switch (call.name()) {
            case "starts_with" -> Language.of(text).then(Language.anything());
            case "regexp_like" -> Language.matching(text, false);
            default -> null;
        };
        return language == null ? null : restriction.of(call.arguments().get(0), matching(language, truth));
    }

    private static Constraint matching(Language language, boolean truth) {
        return new Constraint.In(truth ? language : language.not());
    }

    private @Nullable List<Facts> binary(Expr.Binary binary, boolean truth) {
        String operator = binary.operator();
        if (Substitution.columns(binary.left()).isEmpty() && MIRRORED.containsKey(operator)) {
            return binary(new Expr.Binary(MIRRORED.get(operator), binary.right(), binary.left()), truth);
        }
        Datum constant = rules.constant(binary.right());
        if (constant == null) {
            return Substitution.columns(binary.right()).isEmpty()
                            || Substitution.columns(binary.left()).isEmpty()
                    ? null
                    : new Fixpoints(rules).facts(binary.left(), binary.right(), operator, truth);
        }
        if (NEGATED.containsKey(operator)) {
            String effective = truth ? operator : NEGATED.get(operator);
            if (!effective.contains("~")) {
                return restriction.of(binary.left(), new Constraint.Compare(effective, constant));
            } else if (constant.value() instanceof String pattern) {
                boolean anyCase = effective.endsWith("*") || rules.isCitext(binary.left());
                Language language = effective.contains("~~")
                        ? Language.like(pattern, anyCase)
                        : Language.matching(pattern, anyCase);
                return restriction.of(binary.left(), matching(language, !effective.startsWith("!")));
            }
            return null;
        } else if (operator.equals("^@") && constant.value() instanceof String start) {
            Language language = Language.of(start).then(Language.anything());
            return restriction.of(binary.left(), matching(language, truth));
        }
        List<Facts> json = new JsonAtoms(rules).operator(binary.left(), operator, constant, truth);
        return json != null ? json : new ArrayAtoms(rules).operator(binary.left(), operator, constant, truth);
    }

    private @Nullable List<Facts> quantified(Expr.Quantified quantified, boolean truth) {
        Datum array = rules.constant(quantified.right());
        if (array == null) {
            return new ArrayAtoms(rules).quantified(quantified, truth);
        } else if (!(array.value() instanceof List<?> members)) {
            return null;
        } else {
            String operator = quantified.operator();
            boolean all = quantified.all() == truth;
            String effective = truth ? operator : NEGATED.get(operator);
            List<Datum> data = new ArrayList<>();
            boolean hasNull = false;
            for (Object member : members) {
                hasNull |= member == null;
                if (member != null) {
                    data.add(new Datum(array.type().substring(0, array.type().length() - 2), member));
                }
            }
            if (effective == null) {
                return null;
            } else if (all && hasNull) {
                return List.of();
            } else if (!all && effective.equals("=")) {
                return restriction.of(quantified.left(), new Constraint.Among(data, false));
            } else if (all && effective.equals("<>")) {
                return restriction.of(quantified.left(), new Constraint.Among(data, true));
            }
            return all ? every(quantified.left(), effective, data) : some(quantified.left(), effective, data);
        }
    }

    private @Nullable List<Facts> some(Expr left, String operator, List<Datum> data) {
        List<Facts> alternatives = new ArrayList<>();
        for (Datum datum : data) {
            List<Facts> found = binary(new Expr.Binary(operator, left, new Expr.Known(datum)), true);
            if (found == null) {
                return null;
            }
            alternatives.addAll(found);
        }
        return alternatives;
    }

    private @Nullable List<Facts> every(Expr left, String operator, List<Datum> data) {
        Facts together = Facts.ANY;
        for (Datum datum : data) {
            List<Facts> found = binary(new Expr.Binary(operator, left, new Expr.Known(datum)), true);
            if (found == null || found.size() != 1) {
                return null;
            }
            together = together.and(found.get(0));
            if (together == null) {
                return List.of();
            }
        }
        return List.of(together);
    }
}
