package dev.seedplan.runtime.introspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parts SQL text into its statements, at semicolons outside of strings, quoted names, dollar quotes, comments,
 * parentheses and the bodies of {@code BEGIN ATOMIC} functions (PostgreSQL's manual, "Lexical Structure").
 */
public final class SqlScript {

    private final String sql;
    private final List<Statement> statements = new ArrayList<>();
    private int at;
    private int parentheses;
    private int blocks;
    private int first = -1;
    private final List<String> words = new ArrayList<>();

    private SqlScript(String sql) {
        this.sql = sql;
    }

    /**
     * One statement.
     *
     * @param text the statement without the semicolon and the white space and comments before it
     * @param start where it begins in the whole text, in UTF-16 units from 0
     */
    public record Statement(String text, int start) {}

    /**
     * {@return the statements of a text, in order; empty where it holds nothing but comments}
     *
     * @param sql the text; what is left open in it ends with it
     */
    public static List<Statement> split(String sql) {
        SqlScript script = new SqlScript(sql);
        script.run();
        return List.copyOf(script.statements);
    }

    private void run() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", at)) {
                comment();
            } else if (c == ';' && parentheses == 0 && blocks == 0) {
                finish();
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                first = first < 0 ? at : first;
                token(c);
            }
        }
        finish();
    }

    private void finish() {
        if (first >= 0) {
            statements.add(new Statement(sql.substring(first, at).stripTrailing(), first));
        }
        first = -1;
        parentheses = 0;
        blocks = 0;
        words.clear();
    }

    private void token(char c) {
        if (c == '\'') {
            quoted('\'', false);
        } else if (c == '"') {
            quoted('"', false);
        } else if (c == '$') {
            dollar();
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            parentheses += c == '(' ? 1 : c == ')' && parentheses > 0 ? -1 : 0;
            at++;
        }
    }

    private void word() {
        int start = at;
        while (at < sql.length() && Character.isJavaIdentifierPart(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
        if (word.equals("e") && at < sql.length() && sql.charAt(at) == '\'') {
            quoted('\'', true);
            return;
        }
        if (words.size() < 4) {
            words.add(word);
        }
        if (parentheses == 0 && createsRoutine()) {
            boolean opens = word.equals("begin") || (blocks > 0 && word.equals("case"));
            blocks += opens ? 1 : word.equals("end") && blocks > 0 ? -1 : 0;
        }
    }

    /** In other statements BEGIN and END are statements of their own. */
    private boolean createsRoutine() {
        int kind = words.size() > 3 && words.get(1).equals("or") && words.get(2).equals("replace") ? 3 : 1;
        return words.size() > kind
                && words.get(0).equals("create")
                && (words.get(kind).equals("function") || words.get(kind).equals("procedure"));
    }

    private void quoted(char quote, boolean escapes) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (escapes && c == '\\') {
                at++;
            } else if (c == quote) {
                boolean doubled = at < sql.length() && sql.charAt(at) == quote;
                if (!doubled) {
                    return;
                }
                at++;
            }
        }
        at = sql.length();
    }

    private void dollar() {
        int end = at + 1;
        while (end < sql.length() && sql.charAt(end) != '$' && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        boolean tag = end < sql.length() && sql.charAt(end) == '$' && !Character.isDigit(sql.charAt(at + 1));
        if (!tag) {
            at++;
            return;
        }
        String delimiter = sql.substring(at, end + 1);
        int close = sql.indexOf(delimiter, end + 1);
        at = close < 0 ? sql.length() : close + delimiter.length();
    }

    private void comment() {
        int depth = 0;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
    }
}
