/**
 * Filling a schema that no plan describes: which tables ({@code Selection}), in what order ({@code LoadOrder}), how many rows
 * ({@code TableRows}), which row refers to which and what keeps keys apart ({@code DistinctScheme}), and the run itself ({@code
 * Fill}): every table is loaded inside one transaction, a refusal is answered where a rule can and named where not.
 *
 * <p>Every value is a function of (seed, table, row, column): the same options give the same rows in the same database.
 *
 * <p>Not here: what a CHECK allows (package {@code solve}), values of types ({@code types}) and of names ({@code meaning}).
 */
@NullMarked
package dev.seedplan.runtime.internal.fill;

import org.jspecify.annotations.NullMarked;
