package dev.seedplan.runtime.internal.sql;

import java.util.List;

/** A place in a list of tokens. */
final class Cursor {

    private final String sql;
    private final List<Token> tokens;
    private int at;

    Cursor(String sql) {
        this.sql = sql;
        this.tokens = Lexer.tokens(sql);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean at(String text) {
        return peek().is(text);
    }

    boolean takeIf(String text) {
        if (!at(text)) {
            return false;
        }
        at++;
        return true;
    }

    /** Takes these words if all of them come next. */
    boolean takeIf(String first, String... others) {
        for (int i = 0; i <= others.length; i++) {
            if (!peek(i).is(i == 0 ? first : others[i - 1])) {
                return false;
            }
        }
        at += 1 + others.length;
        return true;
    }

    void expect(String text) {
        if (!takeIf(text)) {
            throw error("expected " + text);
        }
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    /** The text up to the parenthesis that closes the one just taken, which is taken too. */
    String untilClosed() {
        int start = peek().start();
        int depth = 1;
        while (peek().kind() != Token.Kind.END) {
            Token token = take();
            if (token.is("(")) {
                depth++;
            } else if (token.is(")") && --depth == 0) {
                return sql.substring(start, token.start()).strip();
            }
        }
        throw error("a parenthesis is not closed");
    }

    SyntaxException error(String problem) {
        return new SyntaxException(problem, sql, peek().start());
    }
}
