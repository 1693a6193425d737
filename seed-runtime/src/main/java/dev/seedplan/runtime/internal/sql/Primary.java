package dev.seedplan.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what operators stand between: constants, columns, calls, CASE, rows, arrays, parentheses. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class Primary {

    private static final Set<String> SELECTS = Set.of("select", "with", "values");

    private final Cursor in;
    private final SqlParser parser;

    Primary(Cursor in, SqlParser parser) {
        this.in = in;
        this.parser = parser;
    }

    Expr read() {
        Token token = in.peek();
        switch (token.kind()) {
            case STRING:
                in.take();
                return new Expr.Text(token.text());
            case BITS:
                in.take();
                return new Expr.Cast(new Expr.Text(token.text().substring(1)), TypeName.of("bit"));
            case NUMBER:
                in.take();
                return new Expr.Numeral(token.text());
            case PARAMETER:
                in.take();
                return new Expr.Parameter(Integer.parseInt(token.text()));
            case WORD:
                return word(token.text());
            case QUOTED:
                return named();
            default:
                if (in.takeIf("(")) {
                    return parentheses();
                }
                throw in.error("unexpected " + (token.text().isEmpty() ? "end" : token.text()));
        }
    }

    private Expr word(String word) {
        switch (word) {
            case "null":
                in.take();
                return new Expr.Null();
            case "true", "false":
                in.take();
                return new Expr.Bool(word.equals("true"));
            case "case":
                in.take();
                return branches();
            case "array":
                return array();
            case "exists":
                in.take();
                in.expect("(");
                return new Expr.Opaque("EXISTS (" + in.untilClosed() + ")");
            case "row":
                if (in.takeIf("row", "(")) {
                    return new Expr.Row(list(")"));
                }
                return named();
            case "cast":
                in.take();
                in.expect("(");
                Expr of = parser.expression();
                in.expect("as");
                TypeName type = TypeParser.type(in);
                in.expect(")");
                return new Expr.Cast(of, type);
            default:
                Expr typed = typedString();
                return typed != null ? typed : named();
        }
    }

    /** {@code interval '1 day'}, {@code timestamp with time zone '…'}. */
    private @Nullable Expr typedString() {
        if (in.peek(1).is("(") || in.peek(1).is(".") || in.peek(1).kind() == Token.Kind.END) {
            return null;
        }
        boolean near = false;
        for (int i = 1; i <= 4; i++) {
            near |= in.peek(i).kind() == Token.Kind.STRING;
        }
        if (!near) {
            return null;
        }
        int mark = in.mark();
        TypeName type = TypeParser.type(in);
        if (in.peek().kind() == Token.Kind.STRING && type.dimensions() == 0) {
            return new Expr.Cast(new Expr.Text(in.take().text()), type);
        }
        in.reset(mark);
        return null;
    }

    private Expr parentheses() {
        if (SELECTS.contains(in.peek().text()) && in.peek().kind() == Token.Kind.WORD) {
            return new Expr.Opaque("(" + in.untilClosed() + ")");
        }
        Expr first = parser.expression();
        if (in.takeIf(")")) {
            return first;
        }
        in.expect(",");
        List<Expr> of = new ArrayList<>(List.of(first));
        of.addAll(list(")"));
        return new Expr.Row(List.copyOf(of));
    }

    /** The argument of ANY or ALL, of which only the parenthesis was taken. */
    Expr inParentheses() {
        if (SELECTS.contains(in.peek().text()) && in.peek().kind() == Token.Kind.WORD) {
            return new Expr.Opaque(in.untilClosed());
        }
        Expr of = parser.expression();
        in.expect(")");
        return of;
    }

    private Expr branches() {
        Expr operand = in.at("when") ? null : parser.expression();
        List<Expr.When> whens = new ArrayList<>();
        while (in.takeIf("when")) {
            Expr condition = parser.expression();
            in.expect("then");
            whens.add(new Expr.When(condition, parser.expression()));
        }
        Expr otherwise = in.takeIf("else") ? parser.expression() : null;
        in.expect("end");
        return new Expr.Case(operand, List.copyOf(whens), otherwise);
    }

    private Expr array() {
        in.take();
        if (in.takeIf("(")) {
            return new Expr.Opaque("ARRAY(" + in.untilClosed() + ")");
        }
        in.expect("[");
        List<Expr> of = new ArrayList<>();
        while (!in.takeIf("]")) {
            // The rows of an array of two dimensions are written without the word.
            of.add(in.at("[") ? row() : parser.expression());
            if (!in.at("]")) {
                in.expect(",");
            }
        }
        return new Expr.ArrayOf(List.copyOf(of));
    }

    private Expr row() {
        in.expect("[");
        return new Expr.ArrayOf(list("]"));
    }

    private Expr named() {
        Token first = in.take();
        if (!first.isName()) {
            throw in.error("unexpected " + first.text());
        }
        if (first.kind() == Token.Kind.WORD && SqlParser.BARE.contains(first.text())) {
            return new Expr.Call(null, first.text(), in.takeIf("(") ? list(")") : List.of());
        }
        if (in.at("(")) {
            return new CallSyntax(in, parser).call(null, first.text());
        }
        if (in.at(".") && in.peek(1).isName()) {
            in.take();
            String second = in.take().text();
            if (in.at("(")) {
                return new CallSyntax(in, parser).call(first.text(), second);
            }
            return new Expr.Column(first.text(), second);
        }
        if (first.kind() == Token.Kind.WORD && SqlParser.RESERVED.contains(first.text())) {
            throw in.error("unexpected " + first.text());
        }
        return new Expr.Column(null, first.text());
    }

    private List<Expr> list(String close) {
        List<Expr> of = new ArrayList<>();
        while (!in.takeIf(close)) {
            of.add(close.equals("]") && in.at("[") ? row() : parser.expression());
            if (!in.at(close)) {
                in.expect(",");
            }
        }
        return List.copyOf(of);
    }
}
