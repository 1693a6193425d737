package dev.seedplan.spi;

import java.util.List;

/**
 * Which target each use of an asset goes to.
 *
 * @param assets the assets used, ascending, one as often as it is used
 * @param targets the target of each use
 * @param relaxed the rules that could not all hold, as they hold now; empty where nothing was relaxed
 * @param conflict the rules that contradict each other; empty where nothing was relaxed
 */
public record DistributionOutcome(int[] assets, int[] targets, List<Relaxed> relaxed, List<String> conflict) {

    /**
     * A rule that was relaxed.
     *
     * @param rule its name: {@code min}, {@code max}, {@code total}, {@code quota technical}
     * @param asked the number it asked for; of a quota the number of uses
     * @param made the number that holds
     */
    public record Relaxed(String rule, int asked, int made) {}
}
