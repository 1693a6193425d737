package dev.seedplan.runtime;

import java.util.List;

/**
 * How the assets of a pool were distributed over the rows of a parent.
 *
 * @param table the table whose rows use them, {@code schema.name}
 * @param method the row method
 * @param pool the pool: a field of the plan
 * @param parent the table of the targets, {@code schema.name}
 * @param assets the assets, made ones last
 * @param targets how many each target has, by the target's ordinal
 * @param relaxed the rules that could not hold as they were asked for; usually none
 * @param conflict the rules that contradicted each other; empty where nothing was relaxed
 */
public record Distributed(
        String table,
        String method,
        String pool,
        String parent,
        List<Use> assets,
        List<Integer> targets,
        List<Relaxed> relaxed,
        List<String> conflict) {

    /**
     * An asset.
     *
     * @param id its stable id
     * @param made whether no file has it, since it was made to make up a number
     * @param times how often it is used
     */
    public record Use(String id, boolean made, int times) {}

    /**
     * A rule that was relaxed.
     *
     * @param rule its name: {@code min}, {@code max}, {@code total} or a quota's
     * @param asked the number it asked for; of a quota a number of rows
     * @param made the number that holds
     */
    public record Relaxed(String rule, int asked, int made) {}

    /** {@return how many assets were made} */
    public long made() {
        return assets.stream().filter(Use::made).count();
    }

    /** {@return the ids of the assets that no row uses} */
    public List<String> unused() {
        return assets.stream().filter(use -> use.times() == 0).map(Use::id).toList();
    }

    /** {@return the number of rows} */
    public long rows() {
        return assets.stream().mapToLong(Use::times).sum();
    }
}
