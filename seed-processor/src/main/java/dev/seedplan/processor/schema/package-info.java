/** Finds the snapshot of a package, and says how each column is held and what it is in Java. */
@NullMarked
package dev.seedplan.processor.schema;

import org.jspecify.annotations.NullMarked;
