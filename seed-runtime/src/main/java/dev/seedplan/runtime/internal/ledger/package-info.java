/**
 * What Seedplan remembers of what it wrote, in a schema of the target database: runs, blocks of keys, steps; and what
 * follows from it: that a second run is a no-op, that a killed one goes on, that rows can be taken back, and that one
 * seeder at a time works on a database.
 *
 * <p>It speaks of plain values (names of tables, ranges of rows and of keys, transaction ids), not of plans or their
 * layout, so that whatever writes rows can record them. What a plan's rows are lives in {@code internal.engine}, how they
 * are loaded in {@code internal.load}.
 */
@NullMarked
package dev.seedplan.runtime.internal.ledger;

import org.jspecify.annotations.NullMarked;
