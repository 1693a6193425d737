/**
 * The Java source of a first plan for a schema: what a fill would choose by names, types and constraints, as calls of the
 * catalogue of values.
 *
 * <p>Constraints are read as far as a plan's own words can meet them; tables of which that cannot be said are left out, with
 * the reason. What fills a table without a plan lives in {@code fill}.
 */
@NullMarked
package dev.seedplan.runtime.internal.sketch;

import org.jspecify.annotations.NullMarked;
