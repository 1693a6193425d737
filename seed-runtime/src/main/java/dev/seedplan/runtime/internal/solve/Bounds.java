package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Expr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is known of one column over to those it stands in a relation with: of {@code a < b} with b at most 9, a is less
 * than 9. Relations that no values can meet together, such as {@code a < b} and {@code b < a}, are found as cycles of
 * differences.
 */
final class Bounds {

    /** Rounds: long chains settle in as many as they have links; what creeps is left to the cycles. */
    private static final int ROUNDS = 12;

    private static final MathContext DOWN = new MathContext(40, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(40, RoundingMode.CEILING);

    /** A sum of columns that is at most zero, or less than it. */
    private record AtMost(Map<String, BigDecimal> factors, BigDecimal constant, boolean strict) {}

    private Bounds() {}

    /** {@return whether values may be left; what is learnt is noted} */
    static boolean hold(State state) {
        List<AtMost> sums = new ArrayList<>();
        for (Step.Relation relation : state.relations()) {
            collect(state, relation, sums);
        }
        boolean changed = !sums.isEmpty();
        for (int round = 0; round < ROUNDS && changed; round++) {
            changed = false;
            for (AtMost sum : sums) {
                for (String column : sum.factors.keySet()) {
                    Span learnt = learnt(state, sum, column);
                    Facts before = state.facts(column);
                    if (learnt != null && !state.add(column, Facts.of(learnt))) {
                        return false;
                    }
                    changed |= !before.equals(state.facts(column));
                }
            }
        }
        return !hasCycle(state, sums);
    }

    private static void collect(State state, Step.Relation relation, List<AtMost> sums) {
        if (!(relation.expr() instanceof Expr.Binary binary)
                || !Set.of("=", "<>", "<", "<=", ">", ">=").contains(binary.operator())) {
            return;
        }
        boolean truth = (relation.outcomes() & Outcomes.TRUE) != 0;
        if (truth == ((relation.outcomes() & Outcomes.FALSE) != 0)) {
            return;
        }
        LinearForm left = LinearForm.of(binary.left(), state.rules());
        LinearForm right = LinearForm.of(binary.right(), state.rules());
        LinearForm form = left == null || right == null ? null : LinearForm.difference(left, right);
        if (form == null || form.factors().isEmpty()) {
            return;
        }
        String operator = truth ? binary.operator() : Atoms.negated(binary.operator());
        boolean strict = operator.equals("<") || operator.equals(">");
        if ((operator.startsWith("<") && !operator.equals("<>")) || operator.equals("=")) {
            sums.add(new AtMost(form.factors(), form.constant(), strict));
        }
        if (operator.startsWith(">") || operator.equals("=")) {
            Map<String, BigDecimal> negated = new java.util.TreeMap<>();
            form.factors().forEach((name, factor) -> negated.put(name, factor.negate()));
            sums.add(new AtMost(negated, form.constant().negate(), strict));
        }
    }

    /** What the least values of the other columns leave to one. */
    private static @Nullable Span learnt(State state, AtMost sum, String column) {
        BigDecimal least = sum.constant;
        boolean strict = sum.strict;
        for (Map.Entry<String, BigDecimal> entry : sum.factors.entrySet()) {
            if (entry.getKey().equals(column)) {
                continue;
            }
            Facts facts = state.facts(entry.getKey());
            Span span = facts.span();
            boolean up = entry.getValue().signum() > 0;
            BigDecimal end = up ? span.low() : span.high();
            // A column that may be NULL spares the relation.
            if (facts.nullness() != Nullness.NOT_NULL || end == null) {
                return null;
            }
            least = least.add(entry.getValue().multiply(end));
            strict |= up ? span.lowOpen() : span.highOpen();
        }
        BigDecimal factor = sum.factors.get(column);
        if (factor == null) {
            return null;
        }
        BigDecimal bound = least.negate().divide(factor, factor.signum() > 0 ? UP : DOWN);
        return factor.signum() > 0 ? new Span(null, false, bound, strict) : new Span(bound, strict, null, false);
    }

    /** Whether differences of two columns add up, around a cycle, to less than nothing. */
    private static boolean hasCycle(State state, List<AtMost> sums) {
        List<AtMost> differences = new ArrayList<>();
        for (AtMost sum : sums) {
            List<BigDecimal> factors = List.copyOf(sum.factors.values());
            boolean two = factors.size() == 2 && factors.get(0).negate().compareTo(factors.get(1)) == 0;
            boolean there = sum.factors.keySet().stream()
                    .allMatch(column -> state.facts(column).nullness() == Nullness.NOT_NULL);
            if (two && there) {
                differences.add(sum);
            }
        }
        return differences.size() > 1
                && new DifferenceCycles(differences.stream().map(Bounds::edge).toList()).exist();
    }

    /** {@code x - y <= distance} as an edge from y to x. */
    private static DifferenceCycles.Edge edge(AtMost sum) {
        String to = "";
        String from = "";
        BigDecimal size = BigDecimal.ONE;
        for (Map.Entry<String, BigDecimal> entry : sum.factors.entrySet()) {
            if (entry.getValue().signum() > 0) {
                to = entry.getKey();
                size = entry.getValue();
            } else {
                from = entry.getKey();
            }
        }
        // Dates have days for factors; all distances are compared in the unit of the form.
        return new DifferenceCycles.Edge(from, to, sum.constant.negate(), sum.strict, size);
    }
}
