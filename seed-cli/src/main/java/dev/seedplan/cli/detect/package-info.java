/**
 * The command that says what a database is, each time with what says so.
 *
 * <p>These are guesses for people: nothing that is written depends on them.
 */
@NullMarked
package dev.seedplan.cli.detect;

import org.jspecify.annotations.NullMarked;
