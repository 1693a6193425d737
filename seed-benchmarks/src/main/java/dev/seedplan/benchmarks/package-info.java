/**
 * Measures speed as ratios against something else in the same run, interleaved, with minimum, median and maximum.
 *
 * <p>Nothing here is a test: a ratio that is missed is reported, not asserted.
 */
@NullMarked
package dev.seedplan.benchmarks;

import org.jspecify.annotations.NullMarked;
