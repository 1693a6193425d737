/**
 * Where rows of partitioned tables may go: partition keys and bounds read into what each key column may hold to reach a leaf
 * ({@link dev.seedplan.runtime.internal.partition.PartitionTargets}), and the DDL of partitions that are missing ({@link
 * dev.seedplan.runtime.internal.partition.MissingPartitions}).
 *
 * <p>Not here: which target a row takes, and the other constraints on the same columns.
 */
@NullMarked
package dev.seedplan.runtime.internal.partition;

import org.jspecify.annotations.NullMarked;
