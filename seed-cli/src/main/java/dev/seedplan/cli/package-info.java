/**
 * The command {@code seedplan}.
 *
 * <p>What lives here reads the command line, finds files, prints, and turns failures into messages and exit codes. What
 * the commands do is done by the other modules; migrations alone are applied here, since nothing else needs them.
 */
@NullMarked
package dev.seedplan.cli;

import org.jspecify.annotations.NullMarked;
