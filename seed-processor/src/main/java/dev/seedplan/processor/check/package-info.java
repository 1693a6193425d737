/** The rules: resolves foreign keys, counts and pools of a plan against the snapshot, and orders its steps. */
@NullMarked
package dev.seedplan.processor.check;

import org.jspecify.annotations.NullMarked;
