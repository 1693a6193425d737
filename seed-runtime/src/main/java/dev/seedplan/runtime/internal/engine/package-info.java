/**
 * Rows by arithmetic: how many there are, where each one is, who its parents are, and what its columns hold.
 *
 * <p>Nothing here knows a connection or a format: {@code internal.load} sends the rows, {@code internal.run} decides
 * when.
 */
@NullMarked
package dev.seedplan.runtime.internal.engine;

import org.jspecify.annotations.NullMarked;
