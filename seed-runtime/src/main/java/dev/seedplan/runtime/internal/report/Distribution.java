package dev.seedplan.runtime.internal.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values are distributed: the most frequent ones where there are few, else numbers or lengths in ten equal ranges.
 *
 * @param what what the bars are
 * @param bars how many values, by what they have in common
 * @param nulls how many are NULL
 * @param distinct how many different ones there are
 */
record Distribution(String what, Map<String, Long> bars, long nulls, long distinct) {

    private static final int FEW = 12;
    private static final int RANGES = 10;
    private static final int LONGEST = 24;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");

    static Distribution of(List<@Nullable String> all) {
        List<String> values =
                all.stream().filter(Objects::nonNull).map(String::valueOf).toList();
        long nulls = all.size() - (long) values.size();
        long distinct = new TreeSet<>(values).size();
        if (distinct <= FEW) {
            return new Distribution("values", frequent(values), nulls, distinct);
        }
        if (values.stream().allMatch(v -> NUMBER.matcher(v).matches())) {
            return new Distribution(
                    "numbers", ranges(values.stream().map(Double::valueOf).toList()), nulls, distinct);
        }
        if (values.stream().allMatch(v -> DAY.matcher(v).matches())) {
            Map<String, Long> years = new TreeMap<>();
            int letters = values.stream().map(v -> v.substring(0, 4)).distinct().count() > 2 ? 4 : 7;
            values.forEach(v -> years.merge(v.substring(0, letters), 1L, Long::sum));
            return new Distribution(letters == 4 ? "years" : "months", years, nulls, distinct);
        }
        return new Distribution(
                "lengths", ranges(values.stream().map(v -> (double) v.length()).toList()), nulls, distinct);
    }

    private static Map<String, Long> frequent(List<String> values) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(v -> counts.merge(v.length() > LONGEST ? v.substring(0, LONGEST - 1) + "…" : v, 1L, Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static Map<String, Long> ranges(List<Double> numbers) {
        double least = Collections.min(numbers);
        double greatest = Collections.max(numbers);
        double width = (greatest - least) / RANGES;
        List<Long> counts = new ArrayList<>(Collections.nCopies(RANGES, 0L));
        for (double number : numbers) {
            int place = width == 0 ? 0 : (int) Math.min(RANGES - 1, Math.floor((number - least) / width));
            counts.set(place, counts.get(place) + 1);
        }
        Map<String, Long> ranges = new LinkedHashMap<>();
        for (int i = 0; i < RANGES; i++) {
            ranges.merge(text(least + i * width) + " –", counts.get(i), Long::sum);
        }
        return ranges;
    }

    private static String text(double number) {
        return number == Math.rint(number) || Math.abs(number) >= 100
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.2f", number);
    }
}
