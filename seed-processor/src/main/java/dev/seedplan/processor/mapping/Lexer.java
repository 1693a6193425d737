package dev.seedplan.processor.mapping;

import dev.seedplan.processor.ProcessorError;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a mapping's text apart. A line ends where no bracket is open, unless the next one begins with {@code |}, {@code
 * where} or {@code else}.
 */
final class Lexer {

    private static final String SIGNS = "=|()[],.";

    private final String[] lines;
    private final List<Token> tokens = new ArrayList<>();
    private int open;

    private Lexer(String text) {
        lines = text.split("\n", -1);
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        for (int line = 0; line < lexer.lines.length; line++) {
            lexer.line(line);
        }
        int last = lexer.lines.length - 1;
        Position end = lexer.tokens.isEmpty()
                ? new Position(last, lexer.lines[last].length())
                : lexer.tokens.get(lexer.tokens.size() - 1).position();
        lexer.tokens.add(new Token(Token.Kind.END, "", end));
        return lexer.tokens;
    }

    private void line(int number) {
        String line = lines[number];
        int at = 0;
        boolean first = true;
        while (at < line.length()) {
            char c = line.charAt(at);
            Position position = new Position(number, at);
            if (c == '#') {
                break;
            }
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            Token token = token(line, at, position);
            at = token.kind() == Token.Kind.TEXT
                    ? endOfText(line, at, position)
                    : at + token.text().length();
            if (first && continues(token)) {
                tokens.remove(tokens.size() - 1);
            }
            first = false;
            open += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            tokens.add(token);
        }
        if (!first && open <= 0) {
            open = 0;
            tokens.add(new Token(
                    Token.Kind.LINE_END,
                    "",
                    new Position(number, line.stripTrailing().length())));
        }
    }

    private boolean continues(Token token) {
        return !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).kind() == Token.Kind.LINE_END
                && (token.is("|") || token.isWord("where") || token.isWord("else"));
    }

    private static Token token(String line, int at, Position position) {
        char c = line.charAt(at);
        if (c == '"' || c == '\'') {
            return new Token(Token.Kind.TEXT, text(line, at, position), position);
        }
        if (isDigit(c) || (c == '-' && at + 1 < line.length() && isDigit(line.charAt(at + 1)))) {
            int end = at + 1;
            while (end < line.length() && (isDigit(line.charAt(end)) || isPoint(line, end))) {
                end++;
            }
            return new Token(Token.Kind.NUMBER, line.substring(at, end), position);
        }
        if (c == '$' || c == '_' || Character.isLetter(c)) {
            int end = at + 1;
            while (end < line.length() && isPartOfName(line, end)) {
                end++;
            }
            return new Token(Token.Kind.NAME, line.substring(at, end), position);
        }
        if (SIGNS.indexOf(c) >= 0) {
            return new Token(Token.Kind.SIGN, String.valueOf(c), position);
        }
        throw new Problem(ProcessorError.MAPPING_SYNTAX, position, "there is no use for \"" + c + "\" here");
    }

    private static boolean isPartOfName(String line, int at) {
        char c = line.charAt(at);
        // YAML's and JSON's names have hyphens, and nothing is subtracted here.
        boolean hyphen = c == '-' && at + 1 < line.length() && Character.isLetterOrDigit(line.charAt(at + 1));
        return c == '_' || hyphen || Character.isLetterOrDigit(c);
    }

    private static boolean isPoint(String line, int at) {
        return line.charAt(at) == '.' && at + 1 < line.length() && isDigit(line.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String text(String line, int at, Position position) {
        StringBuilder text = new StringBuilder();
        int end = endOfText(line, at, position) - 1;
        for (int i = at + 1; i < end; i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < end) {
                char escaped = line.charAt(++i);
                // A backslash of a regular expression stays where it says nothing here.
                text.append(
                        switch (escaped) {
                            case 'n' -> "\n";
                            case 't' -> "\t";
                            case '\\', '"', '\'' -> String.valueOf(escaped);
                            default -> "\\" + escaped;
                        });
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static int endOfText(String line, int at, Position position) {
        for (int i = at + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == line.charAt(at)) {
                return i + 1;
            }
        }
        throw new Problem(ProcessorError.MAPPING_SYNTAX, position, "the quotes that begin here do not end on the line");
    }
}
