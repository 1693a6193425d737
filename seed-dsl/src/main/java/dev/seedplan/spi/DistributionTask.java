package dev.seedplan.spi;

import dev.seedplan.Strategy;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assets to be distributed over targets. Rules are relaxed, where they contradict each other, by priority, lowest first.
 *
 * @param assets the number of assets
 * @param assetKeys a number for each that stays the same when others are added: its id's hash
 * @param capacity how often each asset may be used, 1 or more, at most once for a target
 * @param targets the number of targets
 * @param weights of each target, 0 or more; null for equal ones
 * @param strategy how to choose among the solutions
 * @param min how many each target has at least
 * @param max how many each target has at most
 * @param total how many there are in all; -1 for as many as there are assets, or as the minimum needs
 * @param quotas shares of the total
 * @param allowed for each target the assets it may have; null where all may have all
 * @param seed decides among the solutions
 */
public record DistributionTask(
        int assets,
        long[] assetKeys,
        int capacity,
        int targets,
        double @Nullable [] weights,
        Strategy strategy,
        Bound min,
        Bound max,
        Bound total,
        List<Quota> quotas,
        @Nullable List<BitSet> allowed,
        long seed) {

    /**
     * A number, and how much it matters that it holds.
     *
     * @param value the number
     * @param priority the higher, the later it is relaxed
     */
    public record Bound(int value, int priority) {}

    /**
     * How large a share of all uses are of some assets.
     *
     * @param name for messages
     * @param members the assets
     * @param min the least share, 0 to 1
     * @param max the largest share, 0 to 1
     * @param priority the higher, the later it is relaxed
     */
    public record Quota(String name, BitSet members, double min, double max, int priority) {}
}
