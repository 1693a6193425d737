/**
 * Checks that need more than one module: what may depend on what, which members are documented, which error codes there
 * are, and whether the README's project builds and runs. Tests of one module's behaviour stand in that module.
 */
@NullMarked
package dev.seedplan.it;

import org.jspecify.annotations.NullMarked;
