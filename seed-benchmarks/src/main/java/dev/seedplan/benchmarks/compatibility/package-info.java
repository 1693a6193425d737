/**
 * Fills public schemas that others wrote and reports what became of each: {@code docs/compatibility.md}. Which schemas these
 * are says {@code compatibility/schemas.yaml}; their files come from checkouts and are never part of this project.
 *
 * <p>Nothing here is a test, and nothing here knows how rows are made.
 */
@NullMarked
package dev.seedplan.benchmarks.compatibility;

import org.jspecify.annotations.NullMarked;
