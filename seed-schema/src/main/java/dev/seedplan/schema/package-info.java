/**
 * The snapshot of a database schema: its model, JSON form, hash, Java names and differences.
 *
 * <p>What lives here is pure data and functions over it. Reading a database is {@code seed-runtime}'s work, generating
 * Java {@code seed-processor}'s.
 */
@NullMarked
package dev.seedplan.schema;

import org.jspecify.annotations.NullMarked;
