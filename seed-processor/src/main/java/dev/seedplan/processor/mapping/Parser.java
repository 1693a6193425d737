package dev.seedplan.processor.mapping;

import dev.seedplan.processor.ProcessorError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a mapping's text; {@code docs/mapping.md} has its grammar. */
final class Parser {

    private static final Map<String, Long> SECONDS = Map.ofEntries(
            Map.entry("second", 1L),
            Map.entry("minute", 60L),
            Map.entry("hour", 3_600L),
            Map.entry("day", 86_400L),
            Map.entry("week", 604_800L));

    private final List<Token> tokens;
    private int at;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * {@return the lines}
     *
     * @throws Problem at what is none
     */
    static List<Line> lines(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        List<Line> lines = new ArrayList<>();
        while (parser.peek().kind() != Token.Kind.END) {
            lines.add(parser.line());
        }
        return lines;
    }

    private Line line() {
        Token column = next();
        if (column.kind() != Token.Kind.NAME && column.kind() != Token.Kind.TEXT) {
            throw expected("a column's name", column);
        }
        take("=");
        Expression value = alternatives();
        List<Line.Test> tests = tests();
        Line.Otherwise otherwise = otherwise();
        Token end = next();
        if (end.kind() != Token.Kind.LINE_END && end.kind() != Token.Kind.END) {
            throw expected("the end of the line, \"|\", \"where\" or \"else\"", end);
        }
        return new Line(new Expression.Name(column.text(), column.position()), value, tests, otherwise);
    }

    private List<Line.Test> tests() {
        List<Line.Test> tests = new ArrayList<>();
        boolean more = takeWord("where");
        while (more) {
            boolean negated = takeWord("not");
            Token name = next();
            if (name.kind() != Token.Kind.NAME) {
                throw expected("a test", name);
            }
            List<Expression> arguments = peek().is("(") ? arguments() : List.of();
            List<Expression.Name> names = List.of(new Expression.Name(name.text(), name.position()));
            tests.add(new Line.Test(new Expression.Call(names, arguments, name.position()), negated));
            more = takeWord("and");
        }
        return tests;
    }

    private Line.Otherwise otherwise() {
        if (!takeWord("else")) {
            return Line.Otherwise.FAIL;
        }
        if (takeWord("fail")) {
            return Line.Otherwise.FAIL;
        }
        return takeWord("skip") ? new Line.Otherwise(true, null) : new Line.Otherwise(false, alternatives());
    }

    private Expression alternatives() {
        Expression first = primary();
        if (!peek().is("|")) {
            return first;
        }
        List<Expression> all = new ArrayList<>(List.of(first));
        while (peek().is("|")) {
            at++;
            all.add(primary());
        }
        return new Expression.Alternatives(List.copyOf(all), first.position());
    }

    private Expression primary() {
        Token token = next();
        Position position = token.position();
        if (token.kind() == Token.Kind.TEXT) {
            return new Expression.Text(token.text(), position);
        }
        if (token.kind() == Token.Kind.NUMBER) {
            return number(token);
        }
        if (token.kind() == Token.Kind.NAME) {
            return named(token);
        }
        if (token.is("[")) {
            return new Expression.Items(list("]"), position);
        }
        if (token.is("(")) {
            Expression inner = alternatives();
            take(")");
            return inner;
        }
        throw expected("a value", token);
    }

    private Expression number(Token token) {
        String unit = peek().kind() == Token.Kind.NAME ? unit(peek().text()) : "";
        if (unit.isEmpty()) {
            return new Expression.Amount(token.text(), token.position());
        }
        Token name = next();
        Long seconds = SECONDS.get(unit);
        if (seconds == null || token.text().indexOf('.') >= 0 || token.text().length() > 9) {
            throw new Problem(
                    ProcessorError.MAPPING_SYNTAX,
                    name.position(),
                    "a length of time is a whole number of seconds, minutes, hours, days or weeks");
        }
        return new Expression.Length(seconds * Long.parseLong(token.text()), token.position());
    }

    /** {@code days}, {@code day} and, right behind the number, {@code _days}. */
    private static String unit(String name) {
        String bare = name.startsWith("_") ? name.substring(1) : name;
        if (bare.equals("where") || bare.equals("else") || bare.equals("and")) {
            return "";
        }
        return bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private Expression named(Token token) {
        Position position = token.position();
        if (token.isWord("true") || token.isWord("false")) {
            return new Expression.Truth(token.isWord("true"), position);
        }
        if (token.isWord("null")) {
            return new Expression.Null(position);
        }
        if (token.text().startsWith("$")) {
            return new Expression.Fact(token.text(), position);
        }
        List<Expression.Name> names = new ArrayList<>(List.of(new Expression.Name(token.text(), position)));
        while (peek().is(".")) {
            at++;
            Token part = next();
            if (part.kind() != Token.Kind.NAME && part.kind() != Token.Kind.TEXT) {
                throw expected("a name", part);
            }
            names.add(new Expression.Name(part.text(), part.position()));
        }
        return peek().is("(")
                ? new Expression.Call(List.copyOf(names), arguments(), position)
                : new Expression.Path(List.copyOf(names), position);
    }

    private List<Expression> arguments() {
        take("(");
        return list(")");
    }

    private List<Expression> list(String close) {
        List<Expression> items = new ArrayList<>();
        while (!peek().is(close)) {
            if (!items.isEmpty()) {
                take(",");
            }
            items.add(alternatives());
        }
        at++;
        return List.copyOf(items);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean takeWord(String word) {
        boolean there = peek().isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    private void take(String sign) {
        Token token = next();
        if (!token.is(sign)) {
            throw expected('"' + sign + '"', token);
        }
    }

    private static Problem expected(String what, Token found) {
        return new Problem(
                ProcessorError.MAPPING_SYNTAX,
                found.position(),
                "there has to be " + what + " in place of " + found.shown());
    }
}
