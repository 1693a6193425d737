/**
 * What the author of a seed plan writes with: annotations, generators, values and descriptions of content.
 *
 * <p>Everything here describes; nothing reads a file, a clock or a database. The runtime turns a description into a
 * value at an address. Code that only generated programs and the runtime call lives in {@code dev.seedplan.spi}.
 */
@NullMarked
package dev.seedplan;

import org.jspecify.annotations.NullMarked;
