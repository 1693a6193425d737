package dev.seedplan.schema;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The words of an SQL name: runs of letters and digits, in whatever alphabet.
 *
 * @param name the SQL name
 * @param words its words, none empty
 */
record NameWords(String name, List<String> words) {

    static NameWords of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        composed(name).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || (!word.isEmpty() && isMark(c))) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return new NameWords(name, List.copyOf(words));
    }

    /** {@return the text in one form of letters with marks: a file system may take the two forms for one name} */
    static String composed(String text) {
        // Most names need no tables of Unicode, which take a while to load.
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** {@return whether the name is already as PostgreSQL names usually are: lower case, single underscores} */
    boolean isCanonical() {
        return !words.isEmpty() && name.equals(String.join("_", words)) && name.equals(name.toLowerCase(Locale.ROOT));
    }

    /** {@return {@code OrderItems}} */
    String capitalized() {
        return words.stream().map(w -> capitalized(calm(w))).collect(Collectors.joining());
    }

    /** {@return {@code orderItems}} */
    String camelCase() {
        StringBuilder result = new StringBuilder(decapitalized(calm(words.get(0))));
        words.stream().skip(1).forEach(w -> result.append(capitalized(calm(w))));
        return result.toString();
    }

    /** {@return {@code ORDER_ITEMS}} */
    String upperCase() {
        return words.stream()
                .map(NameWords::humpsParted)
                .map(w -> w.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining("_"));
    }

    static String notDigitFirst(String identifier) {
        return Character.isJavaIdentifierStart(identifier.codePointAt(0)) ? identifier : "_" + identifier;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** {@return a word all in capitals in lower case, {@code ID} as {@code id}; else the word} */
    private static String calm(String word) {
        return word.codePoints().anyMatch(Character::isLowerCase) ? word : word.toLowerCase(Locale.ROOT);
    }

    private static String capitalized(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + word.substring(Character.charCount(first));
    }

    /** Lowers the capitals a word begins with, but not the one that begins its next hump: {@code URLPath}, {@code urlPath}. */
    private static String decapitalized(String word) {
        int[] c = word.codePoints().toArray();
        for (int i = 0; i < c.length && isUpper(c[i]); i++) {
            if (i > 0 && i + 1 < c.length && Character.isLowerCase(c[i + 1])) {
                break;
            }
            c[i] = Character.toLowerCase(c[i]);
        }
        return new String(c, 0, c.length);
    }

    private static String humpsParted(String word) {
        int[] c = word.codePoints().toArray();
        StringBuilder parted = new StringBuilder();
        for (int i = 0; i < c.length; i++) {
            boolean afterLower = i > 0 && !isUpper(c[i - 1]);
            boolean beforeLower = i > 0 && i + 1 < c.length && Character.isLowerCase(c[i + 1]);
            if (isUpper(c[i]) && (afterLower || beforeLower)) {
                parted.append('_');
            }
            parted.appendCodePoint(c[i]);
        }
        return parted.toString();
    }

    private static boolean isUpper(int c) {
        return Character.isUpperCase(c) || Character.isTitleCase(c);
    }
}
