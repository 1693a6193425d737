/**
 * Exclusion constraints ({@code EXCLUDE USING gist (room WITH =, during WITH &&)}): which columns they govern, and values for
 * those columns by arithmetic that no two rows of a group can clash with ({@link
 * dev.seedplan.runtime.internal.exclusion.ExclusionRule}).
 *
 * <p>Not here: which rows form a group, and the values of its key.
 */
@NullMarked
package dev.seedplan.runtime.internal.exclusion;

import org.jspecify.annotations.NullMarked;
