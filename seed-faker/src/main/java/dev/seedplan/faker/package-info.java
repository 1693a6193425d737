/**
 * Any Datafaker provider as a value at an address. The values of {@code dev.seedplan.Values} need none of this: they are
 * faster, and no upgrade of Datafaker changes them.
 */
@NullMarked
package dev.seedplan.faker;

import org.jspecify.annotations.NullMarked;
