/**
 * The command that holds snapshot, database, migrations, plans and content against each other, and writes nothing.
 *
 * <p>Whether a plan fits is the runtime's to say; here the findings are collected.
 */
@NullMarked
package dev.seedplan.cli.check;

import org.jspecify.annotations.NullMarked;
