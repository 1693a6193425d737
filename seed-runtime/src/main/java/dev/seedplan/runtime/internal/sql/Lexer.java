package dev.seedplan.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits SQL into tokens, as PostgreSQL's own scanner does. */
final class Lexer {

    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String sql) {
        this.sql = sql;
    }

    static List<Token> tokens(String sql) {
        Lexer lexer = new Lexer(sql);
        while (lexer.next()) {}
        lexer.tokens.add(new Token(Token.Kind.END, "", sql.length(), sql.length()));
        return lexer.tokens;
    }

    private boolean next() {
        skipBlanks();
        if (at >= sql.length()) {
            return false;
        }
        int start = at;
        char c = sql.charAt(at);
        if (c == '\'') {
            add(Token.Kind.STRING, string(false), start);
        } else if (c == '"') {
            add(Token.Kind.QUOTED, quoted(), start);
        } else if ((c == 'E' || c == 'e') && peek(1) == '\'') {
            at++;
            add(Token.Kind.STRING, string(true), start);
        } else if ((c == 'B' || c == 'b' || c == 'X' || c == 'x') && peek(1) == '\'') {
            at++;
            add(Token.Kind.BITS, c + string(false), start);
        } else if (c == '$' && Character.isDigit(peek(1))) {
            at++;
            add(Token.Kind.PARAMETER, digits(), start);
        } else if (c == '$') {
            add(Token.Kind.STRING, dollars(), start);
        } else if (Character.isDigit(c) || (c == '.' && Character.isDigit(peek(1)))) {
            add(Token.Kind.NUMBER, number(), start);
        } else if (Character.isLetter(c) || c == '_') {
            while (at < sql.length() && (Character.isLetterOrDigit(peek(0)) || peek(0) == '_' || peek(0) == '$')) {
                at++;
            }
            add(Token.Kind.WORD, sql.substring(start, at).toLowerCase(Locale.ROOT), start);
        } else if (c == ':' && peek(1) == ':') {
            at += 2;
            add(Token.Kind.PUNCTUATION, "::", start);
        } else if (OPERATORS.indexOf(c) >= 0) {
            add(Token.Kind.OPERATOR, operator(), start);
        } else {
            at++;
            add(Token.Kind.PUNCTUATION, String.valueOf(c), start);
        }
        return true;
    }

    private void add(Token.Kind kind, String text, int start) {
        tokens.add(new Token(kind, text, start, at));
    }

    private char peek(int ahead) {
        return at + ahead < sql.length() ? sql.charAt(at + ahead) : 0;
    }

    private void skipBlanks() {
        while (at < sql.length()) {
            if (Character.isWhitespace(peek(0))) {
                at++;
            } else if (peek(0) == '-' && peek(1) == '-') {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else if (peek(0) == '/' && peek(1) == '*') {
                int end = sql.indexOf("*/", at + 2);
                at = end < 0 ? sql.length() : end + 2;
            } else {
                return;
            }
        }
    }

    /** The longest run of operator characters; without one of {@code ~!@#%^&|`?} it cannot end in a sign. */
    private String operator() {
        int start = at;
        while (at < sql.length() && OPERATORS.indexOf(peek(0)) >= 0) {
            if (at > start && ((peek(0) == '-' && peek(1) == '-') || (peek(0) == '/' && peek(1) == '*'))) {
                break;
            }
            at++;
        }
        String run = sql.substring(start, at);
        boolean special = run.chars().anyMatch(c -> "~!@#%^&|`?".indexOf(c) >= 0);
        while (!special && at - start > 1 && (sql.charAt(at - 1) == '+' || sql.charAt(at - 1) == '-')) {
            at--;
        }
        String operator = sql.substring(start, at);
        return operator.equals("!=") ? "<>" : operator;
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '"' && peek(0) == '"') {
                at++;
            } else if (c == '"') {
                break;
            }
            text.append(c);
        }
        return text.toString();
    }

    private String string(boolean escapes) {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\'' && peek(0) == '\'') {
                at++;
                text.append(c);
            } else if (c == '\'') {
                break;
            } else if (c == '\\' && escapes) {
                escape(text);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private void escape(StringBuilder text) {
        char c = sql.charAt(at++);
        int letter = "bfnrt".indexOf(c);
        if (letter >= 0) {
            text.append("\b\f\n\r\t".charAt(letter));
        } else if (c == 'x' || c == 'u' || c == 'U') {
            int most = c == 'x' ? 2 : c == 'u' ? 4 : 8;
            int start = at;
            while (at - start < most && Character.digit(peek(0), 16) >= 0) {
                at++;
            }
            text.appendCodePoint(Integer.parseInt(sql.substring(start, at), 16));
        } else if (c >= '0' && c <= '7') {
            int start = at - 1;
            while (at - start < 3 && peek(0) >= '0' && peek(0) <= '7') {
                at++;
            }
            text.append((char) Integer.parseInt(sql.substring(start, at), 8));
        } else {
            text.append(c);
        }
    }

    private String dollars() {
        int open = sql.indexOf('$', at + 1);
        if (open < 0) {
            throw new SyntaxException("a $ that quotes nothing", sql, at);
        }
        String tag = sql.substring(at, open + 1);
        int close = sql.indexOf(tag, open + 1);
        if (close < 0) {
            throw new SyntaxException("no end of " + tag, sql, at);
        }
        at = close + tag.length();
        return sql.substring(open + 1, close);
    }

    private String digits() {
        int start = at;
        while (Character.isDigit(peek(0))) {
            at++;
        }
        return sql.substring(start, at);
    }

    private String number() {
        int start = at;
        digits();
        if (peek(0) == '.') {
            at++;
            digits();
        }
        boolean exponent = (peek(0) == 'e' || peek(0) == 'E')
                && (Character.isDigit(peek(1)) || ((peek(1) == '+' || peek(1) == '-') && Character.isDigit(peek(2))));
        if (exponent) {
            at += 2;
            digits();
        }
        return sql.substring(start, at);
    }
}
