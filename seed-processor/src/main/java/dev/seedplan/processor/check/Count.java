package dev.seedplan.processor.check;

/** Where the number of a step's rows comes from. */
public sealed interface Count {

    /** So many rows; {@code small} and {@code large} in these sizes, -1 where nothing is said of them. */
    record Fixed(long rows, long small, long large) implements Count {}

    /** One row for each asset of a field, at most {@code atMost}, -1 for all. */
    record Pool(String field, long atMost) implements Count {}

    /** For each row of the iterated parent between {@code min} and {@code max}; {@code total} is -1 or their sum. */
    record PerParent(long min, long max, String shape, long total) implements Count {}

    /** The rows of a link table: a share of all pairs of the iterated parent and the other one. */
    record Pairs(double density, String spread, boolean orphans) implements Count {}
}
