/**
 * Running a plan: from code through {@link dev.seedplan.runtime.Seedplan}, from a generated {@code main} through
 * {@link dev.seedplan.runtime.SeedMain}.
 *
 * <p>How rows are computed and loaded lives in the packages below {@code internal}; what a generated program says of
 * itself in {@code program}.
 */
@NullMarked
package dev.seedplan.runtime;

import org.jspecify.annotations.NullMarked;
