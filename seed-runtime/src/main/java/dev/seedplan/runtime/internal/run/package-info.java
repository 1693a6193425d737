/**
 * A run from its options to its summary: what is checked before the first row, in which order, and what is said.
 */
@NullMarked
package dev.seedplan.runtime.internal.run;

import org.jspecify.annotations.NullMarked;
