package dev.seedplan.runtime.internal.meaning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What {@code words.csv} says of single words. */
final class Vocabulary {

    private static final Vocabulary SHARED = new Vocabulary();

    private final Map<String, String> shorts = new HashMap<>();
    private final Map<String, String> sets = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private final Set<String> tails = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> languages = new HashSet<>();

    private Vocabulary() {
        for (String[] row : Csv.rows("words.csv")) {
            switch (row[0]) {
                case "short" -> shorts.put(row[1], row[2]);
                case "set" -> sets.put(row[1], row[2]);
                case "step" -> steps.put(row[1], Integer.valueOf(row[2]));
                case "tail" -> tails.add(row[1]);
                case "other" -> others.add(row[1]);
                case "language" -> languages.add(row[1]);
                default -> throw new IllegalStateException("words.csv has a line of unknown kind " + row[0]);
            }
        }
    }

    static Vocabulary shared() {
        return SHARED;
    }

    /** {@return what an abbreviation stands for, one word or more; else the word} */
    String spelledOut(String word) {
        return shorts.getOrDefault(word, word);
    }

    /** {@return whether the word may end a run-together name} */
    boolean isTail(String word) {
        return tails.contains(word);
    }

    /** {@return whether the word before a person's or place's column says that it is another one} */
    boolean isOther(String word) {
        return others.contains(word);
    }

    /** {@return the words without a language at their end: {@code name en} is a name; as they are where there is none} */
    String withoutLanguage(String words) {
        String text = words.stripTrailing();
        int space = text.lastIndexOf(' ');
        return space > 0 && languages.contains(text.substring(space + 1)) ? text.substring(0, space + 1) : words;
    }

    /** {@return the place in a row's life of what the words speak of, 1 to 6; 0 where it is unknown} */
    int stepOf(String words) {
        int step = 0;
        for (String word : words.split(" ", -1)) {
            step = steps.getOrDefault(word, step);
        }
        return step;
    }

    /** {@return a pattern's word with the sets it names put in} */
    String withSets(String token) {
        String result = token;
        for (int open = result.indexOf('<'); open >= 0; open = result.indexOf('<')) {
            int close = result.indexOf('>', open);
            String name = result.substring(open + 1, close);
            String words = sets.get(name);
            if (words == null) {
                throw new IllegalStateException("words.csv has no set " + name);
            }
            result = result.substring(0, open) + words + result.substring(close + 1);
        }
        return result;
    }
}
