package dev.seedplan.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of calls, some of which have words between them. What is not known stays text. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class CallSyntax {

    private final Cursor in;
    private final SqlParser parser;

    CallSyntax(Cursor in, SqlParser parser) {
        this.in = in;
        this.parser = parser;
    }

    Expr call(@Nullable String schema, String name) {
        in.expect("(");
        int mark = in.mark();
        String plain = schema == null || schema.equals("pg_catalog") ? name.toLowerCase(Locale.ROOT) : "";
        try {
            Expr special = special(plain);
            if (special != null) {
                return special;
            }
            return new Expr.Call("pg_catalog".equals(schema) ? null : schema, name, arguments());
        } catch (SyntaxException e) {
            in.reset(mark);
            String qualified = (schema == null ? "" : Quoting.identifier(schema) + ".") + name;
            return new Expr.Opaque(qualified + "(" + in.untilClosed() + ")");
        }
    }

    private @Nullable Expr special(String name) {
        switch (name) {
            case "extract":
                Expr.Text field = new Expr.Text(in.take().text());
                in.expect("from");
                return closed(new Expr.Call(null, "extract", List.of(field, parser.expression())));
            case "trim":
                return trim();
            case "position":
                Expr part = parser.above(6);
                in.expect("in");
                return closed(new Expr.Call(null, "strpos", List.of(parser.expression(), part)));
            case "substring":
                return substring();
            case "overlay":
                return overlay();
            default:
                return null;
        }
    }

    private Expr trim() {
        String name = in.takeIf("leading") ? "ltrim" : in.takeIf("trailing") ? "rtrim" : "btrim";
        in.takeIf("both");
        if (in.takeIf("from")) {
            return closed(new Expr.Call(null, name, List.of(parser.expression())));
        }
        Expr first = parser.expression();
        if (in.takeIf("from")) {
            return closed(new Expr.Call(null, name, List.of(parser.expression(), first)));
        }
        List<Expr> arguments = new ArrayList<>(List.of(first));
        if (in.takeIf(",")) {
            arguments.add(parser.expression());
        }
        return closed(new Expr.Call(null, name, List.copyOf(arguments)));
    }

    private Expr substring() {
        List<Expr> arguments = new ArrayList<>(List.of(parser.expression()));
        if (in.takeIf("from")) {
            arguments.add(parser.expression());
            if (in.takeIf("for")) {
                arguments.add(parser.expression());
            }
        } else if (in.takeIf("for")) {
            arguments.add(new Expr.Numeral("1"));
            arguments.add(parser.expression());
        } else {
            while (in.takeIf(",")) {
                arguments.add(parser.expression());
            }
        }
        return closed(new Expr.Call(null, "substr", List.copyOf(arguments)));
    }

    private Expr overlay() {
        List<Expr> arguments = new ArrayList<>(List.of(parser.expression()));
        for (String word : List.of("placing", "from", "for")) {
            if (in.takeIf(word) || in.takeIf(",")) {
                arguments.add(parser.expression());
            }
        }
        return closed(new Expr.Call(null, "overlay", List.copyOf(arguments)));
    }

    private Expr closed(Expr call) {
        in.expect(")");
        return call;
    }

    private List<Expr> arguments() {
        List<Expr> of = new ArrayList<>();
        in.takeIf("distinct");
        while (!in.takeIf(")")) {
            boolean variadic = in.takeIf("variadic");
            if (in.takeIf("*")) {
                of.add(new Expr.Opaque("*"));
            } else {
                Expr argument = parser.expression();
                // A variadic array written out is its elements.
                if (variadic && argument instanceof Expr.ArrayOf array) {
                    of.addAll(array.of());
                } else if (variadic) {
                    of.add(new Expr.Opaque("VARIADIC " + argument));
                } else {
                    of.add(argument);
                }
            }
            if (!in.at(")")) {
                in.expect(",");
            }
        }
        return List.copyOf(of);
    }
}
