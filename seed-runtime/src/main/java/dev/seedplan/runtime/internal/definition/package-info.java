/**
 * Reads the lists, names and constants in what PostgreSQL prints of a definition: partition keys and bounds, exclusion
 * constraints. Expressions as such are not read here.
 */
@NullMarked
package dev.seedplan.runtime.internal.definition;

import org.jspecify.annotations.NullMarked;
