package dev.seedplan.benchmarks.w1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Seconds by variant, interleaved, as minimum, median and maximum. */
final class Timings {

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    void add(String variant, double value) {
        seconds.computeIfAbsent(variant, name -> new ArrayList<>()).add(value);
    }

    double median(String variant) {
        List<Double> sorted = sorted(variant);
        return sorted.get(sorted.size() / 2);
    }

    double fastest(String variant) {
        return sorted(variant).get(0);
    }

    private List<Double> sorted(String variant) {
        return seconds.getOrDefault(variant, List.of()).stream().sorted().toList();
    }

    /** {@return how many times longer one takes than the other, by medians} */
    double ratio(String one, String other) {
        return median(one) / median(other);
    }

    String table() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-58s %8s %8s %8s%n", "whole processes, seconds", "min", "median", "max"));
        seconds.keySet().forEach(variant -> {
            List<Double> sorted = sorted(variant);
            text.append(String.format(
                    Locale.ROOT,
                    "%-58s %8.3f %8.3f %8.3f%n",
                    variant,
                    sorted.get(0),
                    median(variant),
                    sorted.get(sorted.size() - 1)));
        });
        return text.toString();
    }
}
