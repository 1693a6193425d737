package dev.seedplan.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code [NOT] IN}, {@code BETWEEN}, {@code LIKE}, {@code ILIKE}, {@code SIMILAR TO}. */
final class Membership {

    private final Cursor in;
    private final SqlParser parser;

    Membership(Cursor in, SqlParser parser) {
        this.in = in;
        this.parser = parser;
    }

    @Nullable
    Expr of(Expr left) {
        int mark = in.mark();
        boolean negated = in.takeIf("not");
        if (in.takeIf("in")) {
            return in(left, negated);
        } else if (in.takeIf("between")) {
            Expr between = between(left);
            return negated ? new Expr.Not(between) : between;
        } else if (in.takeIf("like")) {
            return pattern(left, negated ? "!~~" : "~~");
        } else if (in.takeIf("ilike")) {
            return pattern(left, negated ? "!~~*" : "~~*");
        } else if (in.takeIf("similar", "to")) {
            Expr pattern = operand();
            List<Expr> arguments = in.takeIf("escape") ? List.of(pattern, operand()) : List.of(pattern);
            return new Expr.Binary(negated ? "!~" : "~", left, new Expr.Call(null, "similar_to_escape", arguments));
        }
        in.reset(mark);
        return null;
    }

    private Expr operand() {
        return parser.above(6);
    }

    private Expr pattern(Expr left, String operator) {
        Expr pattern = operand();
        if (in.takeIf("escape")) {
            pattern = new Expr.Call(null, "like_escape", List.of(pattern, operand()));
        }
        return new Expr.Binary(operator, left, pattern);
    }

    private Expr between(Expr left) {
        boolean symmetric = in.takeIf("symmetric");
        in.takeIf("asymmetric");
        Expr low = operand();
        in.expect("and");
        Expr high = operand();
        if (symmetric) {
            Expr least = new Expr.Call(null, "least", List.of(low, high));
            high = new Expr.Call(null, "greatest", List.of(low, high));
            low = least;
        }
        return new Expr.And(List.of(new Expr.Binary(">=", left, low), new Expr.Binary("<=", left, high)));
    }

    private Expr in(Expr left, boolean negated) {
        in.expect("(");
        String operator = negated ? "<>" : "=";
        if (in.at("select") || in.at("with") || in.at("values")) {
            return new Expr.Quantified(left, operator, negated, new Expr.Opaque(in.untilClosed()));
        }
        List<Expr> members = new ArrayList<>();
        do {
            members.add(parser.expression());
        } while (in.takeIf(","));
        in.expect(")");
        return new Expr.Quantified(left, operator, negated, new Expr.ArrayOf(List.copyOf(members)));
    }
}
