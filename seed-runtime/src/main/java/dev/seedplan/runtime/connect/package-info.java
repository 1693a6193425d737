/**
 * Reaches a database: the addresses people have, and what to say where there is no way in.
 *
 * <p>What lives here opens connections. What is done with them is for others.
 */
@NullMarked
package dev.seedplan.runtime.connect;

import org.jspecify.annotations.NullMarked;
