/**
 * The commands for a shell: completion scripts and manual pages, made from what the commands say of themselves.
 *
 * <p>No command is named here: a new one is in both without anybody's doing.
 */
@NullMarked
package dev.seedplan.cli.shell;

import org.jspecify.annotations.NullMarked;
