/**
 * Holds the dictionaries in memory: what the values of the catalogue take their words from. Where the words come from is
 * the business of {@code seed-dictionaries}; which values use them, of {@code dev.seedplan.Values}.
 */
@NullMarked
package dev.seedplan.runtime.internal.words;

import org.jspecify.annotations.NullMarked;
