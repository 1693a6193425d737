package dev.seedplan.processor.distribute;

import java.util.List;

/**
 * A distribution that has been checked. Questions are places in {@code questions}, -1 for none.
 *
 * @param strategy the constant of {@code Strategy}
 * @param min the least number
 * @param max the greatest number
 * @param total the number in all
 * @param perAsset for how many targets an asset may be used
 * @param make whether assets are made where there are too few
 * @param strict whether it is refused rather than relaxed
 * @param weight the question after a target's weight
 * @param allows the question whether a target may have an asset
 * @param quotas shares of the rows
 * @param restricts which assets targets may have
 * @param questions what the rules ask
 */
public record Distributed(
        String strategy,
        Rule min,
        Rule max,
        Rule total,
        long perAsset,
        boolean make,
        boolean strict,
        int weight,
        int allows,
        List<Share> quotas,
        List<Restriction> restricts,
        List<Question> questions) {

    /** A number, -1 for none, and its priority. */
    public record Rule(long value, long priority) {}

    /** A quota. */
    public record Share(
            String name, int question, List<String> is, String within, double min, double max, long priority) {}

    /** A restriction. */
    public record Restriction(int targets, int field, List<String> required, List<String> any, List<String> excluded) {}
}
