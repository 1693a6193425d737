/**
 * Which constraints wait until the rows are there: decides per table, drops foreign keys and plain indexes under locks, adds
 * exactly the same ones again.
 *
 * <p>How rows are encoded and sent is {@code internal.load}'s work; when to drop and when to restore is {@code
 * internal.run}'s.
 */
@NullMarked
package dev.seedplan.runtime.internal.load.deferral;

import org.jspecify.annotations.NullMarked;
