package dev.seedplan.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression by operator precedence: section 4.1.6 of PostgreSQL's manual. {@code IN} becomes {@code = ANY},
 * {@code BETWEEN} two comparisons, {@code LIKE} the operator {@code ~~}; a sub-select stays text.
 */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
public final class SqlParser {

    /** Functions that are written without parentheses. */
    static final Set<String> BARE = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "user",
            "current_role",
            "current_catalog",
            "current_schema");

    /** Words of the grammar that look like functions. */
    static final Set<String> CALLED = Set.of("coalesce", "nullif", "greatest", "least", "row");

    /** Words that cannot stand for a column without quotes. */
    static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create "
                            + "current_catalog current_date current_role current_time current_timestamp current_user "
                            + "default deferrable desc distinct do else end except false fetch for foreign from grant "
                            + "group having in initially intersect into lateral leading limit localtime localtimestamp "
                            + "not null offset on only or order placing primary references returning select "
                            + "session_user some symmetric system_user table then to trailing true union unique user "
                            + "using variadic when where window with between bigint bit boolean char character "
                            + "coalesce dec decimal exists extract float greatest grouping inout int integer interval "
                            + "least national nchar none normalize nullif numeric out overlay position precision "
                            + "real row setof smallint substring time timestamp treat trim values varchar is isnull "
                            + "notnull like ilike similar collation concurrently cross freeze full inner join left "
                            + "natural outer overlaps right tablesample verbose authorization binary")
                    .split(" "));

    private static final Map<String, Integer> COMPARISON = Map.of("<", 5, ">", 5, "=", 5, "<=", 5, ">=", 5, "<>", 5);

    private final Cursor in;

    SqlParser(Cursor in) {
        this.in = in;
    }

    /**
     * {@return an expression as PostgreSQL prints it}
     *
     * @throws SyntaxException if it is none that is known
     */
    public static Expr parse(String sql) {
        Cursor in = new Cursor(sql);
        Expr expr = new SqlParser(in).expression();
        if (in.peek().kind() != Token.Kind.END) {
            throw in.error("unexpected " + in.peek().text());
        }
        return expr;
    }

    /** {@return the expression inside a definition such as {@code CHECK ((a > 0)) NOT VALID}} */
    public static Expr parseCheck(String definition) {
        Cursor in = new Cursor(definition);
        in.expect("check");
        in.expect("(");
        Expr expr = new SqlParser(in).expression();
        in.expect(")");
        return expr;
    }

    Expr expression() {
        return expression(0);
    }

    /** {@return an operand whose operators all bind closer than that} */
    Expr above(int binding) {
        return expression(binding);
    }

    private Expr expression(int floor) {
        Expr left = prefix();
        while (true) {
            Expr extended = infix(left, floor);
            if (extended == null) {
                return left;
            }
            left = extended;
        }
    }

    private Expr prefix() {
        if (in.takeIf("not")) {
            return new Expr.Not(expression(3));
        }
        Token token = in.peek();
        if (token.kind() == Token.Kind.OPERATOR) {
            in.take();
            boolean sign = token.text().equals("-") || token.text().equals("+");
            Expr of = expression(sign ? 13 : 7);
            return token.text().equals("-")
                            && of instanceof Expr.Numeral number
                            && !number.digits().startsWith("-")
                    ? new Expr.Numeral("-" + number.digits())
                    : new Expr.Unary(token.text(), of);
        }
        return new Primary(in, this).read();
    }

    private @Nullable Expr infix(Expr left, int floor) {
        Token token = in.peek();
        if (token.kind() == Token.Kind.OPERATOR) {
            return operator(left, token.text(), floor);
        } else if (token.kind() == Token.Kind.PUNCTUATION) {
            return Postfix.of(left, in, this);
        } else if (token.kind() != Token.Kind.WORD) {
            return null;
        }
        switch (token.text()) {
            case "or":
                return floor >= 1 ? null : junction(left, "or", 1);
            case "and":
                return floor >= 2 ? null : junction(left, "and", 2);
            case "is":
                return floor >= 4 ? null : is(left);
            case "isnull", "notnull":
                if (floor >= 4) {
                    return null;
                }
                return new Expr.Is(left, "NULL", in.take().is("notnull"));
            case "operator":
                if (floor >= 7 || !in.peek(1).is("(")) {
                    return null;
                }
                return combined(left, named(), 7);
            case "collate":
                in.take();
                return new Expr.Collate(left, collation());
            case "at":
                if (floor >= 11 || !in.takeIf("at", "time", "zone")) {
                    return null;
                }
                return new Expr.Call(null, "timezone", List.of(expression(11), left));
            default:
                return floor >= 6 ? null : new Membership(in, this).of(left);
        }
    }

    private @Nullable Expr operator(Expr left, String operator, int floor) {
        int binding = COMPARISON.getOrDefault(operator, 7);
        if (operator.equals("+") || operator.equals("-")) {
            binding = 8;
        } else if (operator.equals("*") || operator.equals("/") || operator.equals("%")) {
            binding = 9;
        } else if (operator.equals("^")) {
            binding = 10;
        }
        if (binding <= floor) {
            return null;
        }
        in.take();
        return combined(left, operator, binding);
    }

    /** What stands at the right of an operator just taken. */
    private Expr combined(Expr left, String operator, int binding) {
        boolean all = in.at("all");
        if ((in.at("any") || in.at("some") || all) && in.peek(1).is("(")) {
            in.take();
            in.take();
            Expr right = new Primary(in, this).inParentheses();
            return new Expr.Quantified(left, operator, all, right);
        }
        return new Expr.Binary(operator, left, expression(binding));
    }

    private String named() {
        in.take();
        in.expect("(");
        while (in.peek().isName()) {
            in.take();
            in.expect(".");
        }
        String operator = in.take().text();
        in.expect(")");
        return operator;
    }

    private Expr junction(Expr first, String word, int binding) {
        List<Expr> of = new ArrayList<>(List.of(first));
        while (in.takeIf(word)) {
            of.add(expression(binding));
        }
        return word.equals("or") ? new Expr.Or(List.copyOf(of)) : new Expr.And(List.copyOf(of));
    }

    private Expr is(Expr left) {
        in.take();
        boolean negated = in.takeIf("not");
        if (in.takeIf("distinct", "from")) {
            return new Expr.Distinct(left, expression(4), negated);
        }
        StringBuilder what = new StringBuilder(in.take().text());
        if (what.toString().equals("json")) {
            while (Set.of("object", "array", "scalar", "value", "with", "without", "unique", "keys")
                    .contains(in.peek().text())) {
                what.append(' ').append(in.take().text());
            }
        } else if (in.at("normalized")) {
            what.append(' ').append(in.take().text());
        }
        return new Expr.Is(left, what.toString().toUpperCase(Locale.ROOT), negated);
    }

    private String collation() {
        StringBuilder name = new StringBuilder(Quoting.identifier(in.take().text()));
        while (in.takeIf(".")) {
            name.append('.').append(Quoting.identifier(in.take().text()));
        }
        return name.toString();
    }
}
