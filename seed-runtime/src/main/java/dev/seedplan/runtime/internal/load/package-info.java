/**
 * How rows reach a table: encoding to COPY's binary format, and the connection that takes it.
 *
 * <p>What the rows hold is {@code internal.engine}'s work.
 */
@NullMarked
package dev.seedplan.runtime.internal.load;

import org.jspecify.annotations.NullMarked;
