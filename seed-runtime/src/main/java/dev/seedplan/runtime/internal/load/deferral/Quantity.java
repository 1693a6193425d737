package dev.seedplan.runtime.internal.load.deferral;

import dev.seedplan.runtime.program.TableSpec;

/**
 * A table to be loaded.
 *
 * @param table the table
 * @param rows how many rows it is to get
 * @param byKey whether rows are looked up by their keys before the load is over
 */
public record Quantity(TableSpec table, long rows, boolean byKey) {}
