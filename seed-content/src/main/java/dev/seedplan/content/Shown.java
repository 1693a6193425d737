package dev.seedplan.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How messages show what was found in files, and what was probably meant. */
final class Shown {

    private static final int LONGEST = 60;
    private static final int MOST_LISTED = 8;

    private Shown() {}

    /** {@return a text in quotes, cut, on one line} */
    static String quoted(String text) {
        return '"' + cut(text) + '"';
    }

    /** {@return a text, cut to {@value #LONGEST} characters, with control characters escaped} */
    static String cut(String text) {
        boolean isLong = text.length() > LONGEST;
        int end =
                isLong ? text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, LONGEST))) : text.length();
        StringBuilder out = new StringBuilder();
        text.substring(0, end).codePoints().forEach(c -> {
            if (c == '\n') {
                out.append("\\n");
            } else if (Character.isISOControl(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out + (isLong ? "…" : "");
    }

    /** {@return the first line of a library's message, cut at 200 characters: it may repeat what it was given} */
    static String firstLine(@Nullable String message) {
        String line = message == null
                ? "no reason given"
                : message.lines().findFirst().orElse("no reason given");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    /**
     * {@return what was probably meant, or what there is} For example {@code did you mean "title"?} or {@code there
     * are: date, title}.
     */
    static String suggestion(String wrong, Collection<String> names) {
        List<String> near = names.stream()
                .filter(name -> distance(bare(wrong), bare(name))
                        <= Math.max(1, bare(wrong).length() / 3))
                .sorted(Comparator.comparing((String name) -> distance(bare(wrong), bare(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        if (!near.isEmpty()) {
            return "did you mean " + quoted(near.get(0)) + "?";
        }
        return names.isEmpty() ? "there are no other fields" : "there are: " + list(names);
    }

    /** {@return the first names, with an ellipsis where there are more} */
    static String list(Collection<String> names) {
        return names.stream().limit(MOST_LISTED).map(Shown::cut).collect(Collectors.joining(", "))
                + (names.size() > MOST_LISTED ? ", …" : "");
    }

    private static String bare(String name) {
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return cut.toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
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
                boolean maySwap = i > 1 && j > 1;
                if (maySwap && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
