package dev.seedplan.runtime.internal.meaning;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern of whole words, as the head of {@code meanings.csv} explains it. */
final class WordPattern {

    /** The named group of what the first star stood for. */
    private static final String BEFORE = "before";

    private final String text;
    private final Pattern pattern;

    private WordPattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * {@return the pattern}
     *
     * @param known gets the words it mentions
     */
    static WordPattern of(String text, Set<String> known) {
        StringBuilder regex = new StringBuilder();
        boolean first = true;
        for (String token : text.split(" ", -1)) {
            if (token.equals("*") || token.equals("+")) {
                String some = "(?:\\S+ )" + token + "?";
                regex.append(first ? "(?<" + BEFORE + ">" + some + ")" : some);
                first = false;
                continue;
            }
            boolean optional = token.endsWith("?");
            String words = Vocabulary.shared().withSets(optional ? token.substring(0, token.length() - 1) : token);
            for (String word : words.split("\\|", -1)) {
                known.add(word);
            }
            regex.append("(?:(?:")
                    .append(words.replace("*", "\\S*").replace("#", "\\d+"))
                    .append(") )")
                    .append(optional ? "?" : "");
        }
        return new WordPattern(text, Pattern.compile(regex.toString()));
    }

    /** {@return the words that the first star stood for, empty for none; null where the pattern does not fit} */
    @Nullable
    String before(String words) {
        Matcher matcher = pattern.matcher(words);
        if (!matcher.matches()) {
            return null;
        }
        return pattern.pattern().contains(BEFORE) ? starOf(matcher) : "";
    }

    boolean fits(String words) {
        return pattern.matcher(words).matches();
    }

    private static String starOf(Matcher matcher) {
        String found = matcher.group(BEFORE);
        return found == null ? "" : found.strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
