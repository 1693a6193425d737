package dev.seedplan.runtime.internal.meaning;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of an SQL name, as patterns see them: lower case, each followed by a space, abbreviations spelled out. {@code
 * emailVerifiedAt}, {@code email_verified_at} and {@code EMAIL_VERIFIED_AT} are one.
 */
final class NameWords {

    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
    // A single digit after a word of some length counts things, address2; in md5, iso3 or p256dh it belongs to the
    // word.
    private static final Pattern COUNTED = Pattern.compile("(\\p{L}{4,})(\\d)");

    private NameWords() {}

    /** {@return the words of a column's name} */
    static String ofColumn(String name, Set<String> known) {
        StringBuilder words = new StringBuilder();
        for (String part : BREAK.split(HUMP.matcher(name).replaceAll(" "), -1)) {
            String word = part.toLowerCase(Locale.ROOT);
            if (word.isEmpty()) {
                continue;
            }
            var counted = COUNTED.matcher(word);
            if (counted.matches()) {
                append(words, counted.group(1), known);
                append(words, counted.group(2), known);
            } else {
                append(words, word, known);
            }
        }
        return words.toString();
    }

    /** {@return the words of a table's name, the last one in the singular} */
    static String ofTable(String name, Set<String> known) {
        return lastSingular(ofColumn(name, known));
    }

    /** {@return the words with the last one in the singular: of a table, or of a column that holds an array} */
    static String lastSingular(String words) {
        String text = words.stripTrailing();
        int space = text.lastIndexOf(' ');
        return text.isEmpty() ? "" : text.substring(0, space + 1) + singular(text.substring(space + 1)) + " ";
    }

    private static void append(StringBuilder words, String word, Set<String> known) {
        String spelled = Vocabulary.shared().spelledOut(word);
        if (spelled.equals(word) && !known.contains(word)) {
            // orderdate: a known tail after a known word; hotel and protein have no known word before their ends.
            for (int i = word.length() - 2; i >= 3; i--) {
                String head = Vocabulary.shared().spelledOut(word.substring(0, i));
                String tail = word.substring(i);
                if (Vocabulary.shared().isTail(tail) && (known.contains(head) || head.indexOf(' ') > 0)) {
                    words.append(head).append(' ').append(tail).append(' ');
                    return;
                }
            }
        }
        words.append(spelled).append(' ');
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        } else if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, word.length() - 2);
        } else if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }
}
