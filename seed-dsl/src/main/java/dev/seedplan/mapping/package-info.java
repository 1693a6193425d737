/**
 * What the code that is generated for {@link dev.seedplan.Mapping} calls: columns with their tests and policies, strict
 * conversions, and the functions that are not in {@link dev.seedplan.Values}. A plan's author does not call it.
 */
@NullMarked
package dev.seedplan.mapping;

import org.jspecify.annotations.NullMarked;
