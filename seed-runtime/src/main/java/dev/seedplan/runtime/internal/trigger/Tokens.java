package dev.seedplan.runtime.internal.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body of SQL or PL/pgSQL as words, strings and signs, without blanks and comments. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<skip>\\s+|--[^\\n]*|/\\*.*?\\*/)"
                    + "|(?<string>[eE]?'(?:[^']|'')*'|\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$)"
                    + "|(?<quoted>\"(?:[^\"]|\"\")*\")"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<sign>:=|::|<>|!=|<=|>=|\\|\\||=>|.)",
            Pattern.DOTALL);
    private static final int EVIDENCE = 160;

    private final String text;
    private final List<Token> list = new ArrayList<>();

    /** A token; words in lower case, quoted names as they are, strings without their quotes. */
    record Token(Kind kind, String text, int start, int end) {

        enum Kind {
            WORD,
            NAME,
            STRING,
            SIGN
        }

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.NAME;
        }
    }

    Tokens(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String found = matcher.group();
            if (matcher.group("skip") != null) {
                continue;
            }
            Token.Kind kind = Token.Kind.SIGN;
            if (matcher.group("string") != null) {
                kind = Token.Kind.STRING;
                found = found.startsWith("$")
                        ? found.substring(
                                matcher.group("tag").length() + 2,
                                found.length() - matcher.group("tag").length() - 2)
                        : found.substring(found.indexOf('\'') + 1, found.length() - 1)
                                .replace("''", "'");
            } else if (matcher.group("quoted") != null) {
                kind = Token.Kind.NAME;
                found = found.substring(1, found.length() - 1).replace("\"\"", "\"");
            } else if (matcher.group("word") != null) {
                kind = Token.Kind.WORD;
                found = found.toLowerCase(Locale.ROOT);
            }
            list.add(new Token(kind, found, matcher.start(), matcher.end()));
        }
    }

    int size() {
        return list.size();
    }

    /** {@return a token; an empty sign before the first and after the last} */
    Token at(int i) {
        return i >= 0 && i < list.size() ? list.get(i) : new Token(Token.Kind.SIGN, "", text.length(), text.length());
    }

    /** {@return whether these words and signs stand from there on} */
    boolean are(int i, String... words) {
        for (int k = 0; k < words.length; k++) {
            Token token = at(i + k);
            if (token.kind() == Token.Kind.STRING
                    || token.kind() == Token.Kind.NAME
                    || !token.text().equals(words[k])) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a statement begins there} */
    boolean startsStatement(int i) {
        Token before = at(i - 1);
        return i == 0
                || (before.kind() == Token.Kind.SIGN && before.text().equals(";"))
                || (before.kind() == Token.Kind.WORD
                        && List.of("begin", "then", "else", "loop").contains(before.text()));
    }

    /** {@return the place of the next {@code ;}, or the end} */
    int end(int i) {
        int end = i;
        while (end < list.size() && !are(end, ";")) {
            end++;
        }
        return end;
    }

    /** {@return the text of the statement that a token is in, from its beginning, on one line} */
    String statement(int i) {
        int start = i;
        while (start > 0 && !startsStatement(start)) {
            start--;
        }
        String line = text.substring(
                        at(start).start(), at(Math.max(start, end(i) - 1)).end())
                .replaceAll("\\s+", " ");
        return line.length() <= EVIDENCE ? line : line.substring(0, EVIDENCE - 1) + "…";
    }
}
