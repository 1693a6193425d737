package dev.seedplan.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What to say to somebody who wrote a name that does not exist. */
public final class Suggestions {

    private static final int MOST_NEAR = 3;
    private static final int MOST_LISTED = 8;

    private Suggestions() {}

    /**
     * {@return what was probably meant, or what there is} For example {@code did you mean "author_id"?}, {@code there
     * are: author_id, id, title} or, where nothing exists, {@code there are none}. Begins in lower case, without white
     * space around it.
     *
     * @param wrong the name that does not exist
     * @param candidates the names that do, in any order
     */
    public static String of(String wrong, Collection<String> candidates) {
        List<String> near = nearest(wrong, candidates);
        if (!near.isEmpty()) {
            return "did you mean " + quotedWithOr(near) + "?";
        }
        TreeSet<String> all = new TreeSet<>(candidates);
        if (all.isEmpty()) {
            return "there are none";
        }
        String first = all.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return all.size() <= MOST_LISTED ? "there are: " + first : "there are " + all.size() + ": " + first + ", …";
    }

    /**
     * {@return at most three of the candidates that are near a name, the nearest first}
     *
     * <p>Near is a Damerau-Levenshtein distance (adjacent swaps count once) of at most a third of the name's length, and
     * at least 1, between names without case, underscores and a plural's {@code s}; or the same words in another order;
     * or one beginning with the whole of the other.
     *
     * @param wrong the name that does not exist
     * @param candidates the names that do, in any order
     */
    public static List<String> nearest(String wrong, Collection<String> candidates) {
        record Scored(String name, int score) {}
        String normal = normalized(wrong);
        int limit = Math.max(1, normal.length() / 3);
        return new TreeSet<>(candidates)
                .stream()
                        .map(name -> new Scored(name, score(wrong, normal, name, limit)))
                        .filter(scored -> scored.score <= 2 * limit)
                        .sorted(Comparator.comparingInt(Scored::score))
                        .limit(MOST_NEAR)
                        .map(Scored::name)
                        .toList();
    }

    /** Twice the distance, so that the same words in another order can come between no difference and one. */
    private static int score(String wrong, String normal, String candidate, int limit) {
        String other = normalized(candidate);
        int score = 2 * distance(normal, other);
        if (words(wrong).equals(words(candidate))) {
            score = Math.min(score, 1);
        }
        boolean begins = Math.min(normal.length(), other.length()) >= 4
                && (other.startsWith(normal) || normal.startsWith(other));
        return begins ? Math.min(score, 2 * limit) : score;
    }

    private static String normalized(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replace("_", "");
        return bare.length() > 3 && bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static List<String> words(String name) {
        return NameWords.of(name)
                .upperCase()
                .lines()
                .flatMap(line -> Arrays.stream(line.split("_", -1)))
                .sorted()
                .toList();
    }

    /** Optimal string alignment: insert, delete, replace, swap neighbours, each at a cost of 1. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }

    private static String quotedWithOr(List<String> names) {
        List<String> quoted = names.stream().map(name -> '"' + name + '"').toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
    }
}
