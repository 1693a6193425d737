package dev.seedplan.runtime.internal.partition;

import dev.seedplan.schema.QName;
import java.util.List;
import java.util.SortedMap;

/**
 * One way into a partition that holds rows. A partition may have several.
 *
 * @param leaf the partition, itself not partitioned; or a table of which every hash has a partition
 * @param columns what key columns must be; those not named may be anything
 * @param hashes what remains to be met by hash, outermost first; only where some remainders have no partition
 */
public record PartitionTarget(QName leaf, SortedMap<String, KeyFact> columns, List<HashRule> hashes) {

    /**
     * A hash partition among others of which some are missing.
     *
     * @param columns the key, in order
     * @param modulus the partition's
     * @param remainder the partition's
     */
    public record HashRule(List<String> columns, int modulus, int remainder) {}
}
