/**
 * What a generated program tells the runtime: its tables, its steps, and how to call the plan's row methods.
 *
 * <p>Authors of plans do not need it, and it may change between minor versions together with the generated code.
 */
@NullMarked
package dev.seedplan.runtime.program;

import org.jspecify.annotations.NullMarked;
