package dev.seedplan.runtime.internal.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Looks for and replaces parts of expressions. */
public final class Substitution {

    private Substitution() {}

    /** {@return the names of the columns mentioned, in order; of an opaque part none} */
    public static Set<String> columns(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        replace(expr, part -> {
            if (part instanceof Expr.Column column) {
                names.add(column.name());
            }
            return null;
        });
        return names;
    }

    /** {@return whether some part is not looked into} */
    public static boolean hasOpaque(Expr expr) {
        boolean[] found = new boolean[1];
        replace(expr, part -> {
            found[0] |= part instanceof Expr.Opaque || part instanceof Expr.Parameter;
            return null;
        });
        return found[0];
    }

    /** {@return whether a sub-select is part of it} */
    static boolean hasOpaqueSelect(Expr expr) {
        boolean[] found = new boolean[1];
        replace(expr, part -> {
            found[0] |= part instanceof Expr.Opaque;
            return null;
        });
        return found[0];
    }

    /**
     * {@return the expression with parts replaced, from the outside in}
     *
     * @param by what replaces a part; null to keep the part and look inside
     */
    public static Expr replace(Expr expr, Function<Expr, @Nullable Expr> by) {
        Expr replaced = by.apply(expr);
        return replaced != null ? replaced : inside(expr, part -> replace(part, by));
    }

    private static Expr inside(Expr expr, UnaryOperator<Expr> by) {
        if (expr instanceof Expr.Field field) {
            return new Expr.Field(by.apply(field.of()), field.name());
        } else if (expr instanceof Expr.Cast cast) {
            return new Expr.Cast(by.apply(cast.of()), cast.type());
        } else if (expr instanceof Expr.Not not) {
            return new Expr.Not(by.apply(not.of()));
        } else if (expr instanceof Expr.And and) {
            return new Expr.And(all(and.of(), by));
        } else if (expr instanceof Expr.Or or) {
            return new Expr.Or(all(or.of(), by));
        } else if (expr instanceof Expr.Unary unary) {
            return new Expr.Unary(unary.operator(), by.apply(unary.of()));
        } else if (expr instanceof Expr.Binary binary) {
            return new Expr.Binary(binary.operator(), by.apply(binary.left()), by.apply(binary.right()));
        } else if (expr instanceof Expr.Quantified q) {
            return new Expr.Quantified(by.apply(q.left()), q.operator(), q.all(), by.apply(q.right()));
        } else if (expr instanceof Expr.Is is) {
            return new Expr.Is(by.apply(is.of()), is.what(), is.negated());
        } else if (expr instanceof Expr.Distinct d) {
            return new Expr.Distinct(by.apply(d.left()), by.apply(d.right()), d.negated());
        } else if (expr instanceof Expr.Case c) {
            return branches(c, by);
        } else if (expr instanceof Expr.Call call) {
            return new Expr.Call(call.schema(), call.name(), all(call.arguments(), by));
        } else if (expr instanceof Expr.Row row) {
            return new Expr.Row(all(row.of(), by));
        } else if (expr instanceof Expr.ArrayOf array) {
            return new Expr.ArrayOf(all(array.of(), by));
        } else if (expr instanceof Expr.Subscript subscript) {
            return new Expr.Subscript(by.apply(subscript.of()), by.apply(subscript.index()));
        } else if (expr instanceof Expr.Collate collate) {
            return new Expr.Collate(by.apply(collate.of()), collate.collation());
        }
        return expr;
    }

    private static Expr branches(Expr.Case c, UnaryOperator<Expr> by) {
        return new Expr.Case(
                c.operand() == null ? null : by.apply(Objects.requireNonNull(c.operand())),
                c.whens().stream()
                        .map(w -> new Expr.When(by.apply(w.condition()), by.apply(w.result())))
                        .toList(),
                c.otherwise() == null ? null : by.apply(Objects.requireNonNull(c.otherwise())));
    }

    private static List<Expr> all(List<Expr> of, UnaryOperator<Expr> by) {
        return of.stream().map(by).toList();
    }
}
