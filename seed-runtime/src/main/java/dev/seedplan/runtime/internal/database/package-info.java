/**
 * What whoever writes rows asks of the database and of the user's words about it: keys of sequences, and which tables a
 * pattern names.
 *
 * <p>Not here: what is done with them, which is {@code run}'s work for plans and {@code fill}'s for schemas without one.
 */
@NullMarked
package dev.seedplan.runtime.internal.database;

import org.jspecify.annotations.NullMarked;
