/**
 * Sets of texts: PostgreSQL's regular expressions and LIKE patterns, their negations, intersections and images under
 * {@code lower}, {@code btrim} and the like ({@link dev.seedplan.runtime.internal.regex.Language}), made into automata from
 * which the matching texts are counted, numbered and drawn ({@link dev.seedplan.runtime.internal.regex.Texts}). Texts are
 * made from the automaton, never searched for.
 *
 * <p>The automata come from Brzozowski's derivatives (Journal of the ACM 11, 1964), which need no special case for
 * intersection, complement or look-ahead; Owens, Reppy and Turon (Journal of Functional Programming 19, 2009) show that
 * they stay small.
 *
 * <p>Not here: which texts a column may hold (package {@code solve}).
 */
@NullMarked
package dev.seedplan.runtime.internal.regex;

import org.jspecify.annotations.NullMarked;
