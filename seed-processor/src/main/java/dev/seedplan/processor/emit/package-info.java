/** Writes row classes, enums, programs and the JSON beside them; everything it needs has been decided before. */
@NullMarked
package dev.seedplan.processor.emit;

import org.jspecify.annotations.NullMarked;
