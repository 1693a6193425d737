/**
 * What generated row classes, the runtime and content modules share: slots, cells' surroundings, mixing, permutations.
 *
 * <p>Authors of plans do not need it, and it may change between minor versions together with the generated code.
 */
@NullMarked
package dev.seedplan.spi;

import org.jspecify.annotations.NullMarked;
