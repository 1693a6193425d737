/**
 * The command that makes a project: pom, wrapper, snapshot and a first plan.
 *
 * <p>Which files and what stands around the plan is decided here; the plan itself is the runtime's sketch.
 */
@NullMarked
package dev.seedplan.cli.init;

import org.jspecify.annotations.NullMarked;
