/**
 * The command that shows how the tables of a schema hang together.
 *
 * <p>What they are about is the affair of {@code detect}; in what order a fill loads them the runtime's.
 */
@NullMarked
package dev.seedplan.cli.analyze;

import org.jspecify.annotations.NullMarked;
