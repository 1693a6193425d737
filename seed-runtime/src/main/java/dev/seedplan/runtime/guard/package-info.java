/**
 * Decides what may be done to a database: which environment it is, and whether somebody has agreed.
 *
 * <p>What lives here looks at the target and refuses. What is done where it does not is for others.
 */
@NullMarked
package dev.seedplan.runtime.guard;

import org.jspecify.annotations.NullMarked;
