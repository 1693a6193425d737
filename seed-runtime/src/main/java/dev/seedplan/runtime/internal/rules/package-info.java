/**
 * What constraints, types and names together say about the rows of one table: which values its columns may hold beside each other
 * ({@code SolvedRules}), which of these a person believes ({@code NaturalValues}), and how values are kept apart that may not repeat
 * ({@code UniqueKey}, {@code DistinctText}).
 *
 * <p>Both who fills a table that no plan describes (package {@code fill}) and who fills what a plan leaves ({@code engine}, by {@link
 * dev.seedplan.runtime.internal.rules.LeftColumns}) stand on it.
 *
 * <p>Not here: solving conditions (package {@code solve}), other rows and other tables (package {@code fill}).
 */
@NullMarked
package dev.seedplan.runtime.internal.rules;

import org.jspecify.annotations.NullMarked;
