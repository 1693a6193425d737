package dev.seedplan.runtime.program;

import dev.seedplan.Strategy;
import java.util.List;

/**
 * How the assets of a step's pool are distributed over the rows of a parent; as in {@link dev.seedplan.Distribute}.
 *
 * @param strategy how to choose among the solutions
 * @param min the least number for each target
 * @param max the greatest number for each target, none and more
 * @param total the number in all
 * @param perAsset for how many targets an asset may be used
 * @param make whether assets are made where there are too few
 * @param strict whether it is refused rather than relaxed
 * @param weight the number of the question after a target's weight, -1 for none
 * @param allows the number of the question whether a target may have an asset, -1 for none
 * @param quotas shares of the rows
 * @param restricts which assets targets may have
 */
public record DistributeSpec(
        Strategy strategy,
        Rule min,
        Rule max,
        Rule total,
        int perAsset,
        boolean make,
        boolean strict,
        int weight,
        int allows,
        List<QuotaSpec> quotas,
        List<RestrictSpec> restricts) {

    /** A number, -1 for none, and its priority. */
    public record Rule(int value, int priority) {}

    /**
     * A share; as in {@link dev.seedplan.Quota}.
     *
     * @param name for messages
     * @param question the number of the question after a field, or whether an asset is meant
     * @param is the field's values; empty for a date or a question that says it
     * @param within the time before the plan's instant; empty for others
     * @param min the least share
     * @param max the largest share
     * @param priority the higher, the later it is relaxed
     */
    public record QuotaSpec(
            String name, int question, List<String> is, String within, double min, double max, int priority) {}

    /**
     * Which assets some targets may have; as in {@link dev.seedplan.Restrict}.
     *
     * @param targets the number of the question whether a target is meant, -1 for all
     * @param field the number of the question after the asset's field
     */
    public record RestrictSpec(
            int targets, int field, List<String> required, List<String> any, List<String> excluded) {}

    /** {@return whether values of targets must be known before it is} */
    public boolean asksTargets() {
        return weight >= 0 || allows >= 0 || restricts.stream().anyMatch(restrict -> restrict.targets() >= 0);
    }
}
