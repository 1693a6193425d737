/**
 * How the values of the catalogue are made: texts from pieces, derived texts, check digits, slugs. Authors of plans use
 * {@code dev.seedplan.Values}; nothing here is kept stable.
 */
@NullMarked
package dev.seedplan.internal;

import org.jspecify.annotations.NullMarked;
