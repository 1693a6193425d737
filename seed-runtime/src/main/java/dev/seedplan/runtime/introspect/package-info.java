/**
 * Reads the schema of a live PostgreSQL database, 12 to 18, into a {@link dev.seedplan.schema.Snapshot}.
 *
 * <p>What lives here asks the system catalogs and makes the model from the answers, the same on every version. How a
 * snapshot is written, hashed, named and compared is {@code seed-schema}'s; how a database is reached is
 * {@code dev.seedplan.runtime.connect}'s.
 */
@NullMarked
package dev.seedplan.runtime.introspect;

import org.jspecify.annotations.NullMarked;
