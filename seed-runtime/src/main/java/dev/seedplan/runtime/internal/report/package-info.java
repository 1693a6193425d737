/**
 * Shows a run as one HTML page that needs nothing else: tables, relations, values, samples, timings, what was left out.
 *
 * <p>What lives here reads the tables that were filled and draws. What was done is said by whoever did it.
 */
@NullMarked
package dev.seedplan.runtime.internal.report;

import org.jspecify.annotations.NullMarked;
