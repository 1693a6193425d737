/**
 * Rows that meet a table's conditions: CHECKs, domain checks, NOT NULL, and the predicates of partial indexes.
 *
 * <p>Conditions become alternatives, each a set of {@link dev.seedplan.runtime.internal.solve.Facts} for columns and of
 * relations between them; contradictory ones are dropped, and if none is left the smallest set of conditions that
 * contradict is the proof. For a row one alternative is chosen first, which tells what is NULL; then its values are made.
 *
 * <pre>{@code
 * TableRules rules = new TableRules(columns, conditions, functions, Surroundings.at(now));
 * Alternatives alternatives = Alternatives.of(rules);       // once a table; alternatives.conflict() says why none is left
 * Choice choice = alternatives.choose(row.of("choice"), Wishes.NONE).orElseThrow();
 * boolean orphan = choice.nullness("parent_id") == Nullness.NULL;
 * RowResult result = choice.complete(Map.of("id", 7L), proposer, row);
 * if (result instanceof RowResult.Row made) { … made.values() …; made.undecided() … }
 * }</pre>
 *
 * <p>A column with a unique key takes its values from {@link dev.seedplan.runtime.internal.solve.ValueDomain}, which
 * numbers what is allowed ({@code alternatives.domain(column)}, {@code choice.domain(column)}), and hands them to {@code
 * complete} as fixed.
 *
 * <p>Not here: reading and evaluating expressions (package {@code sql}), patterns (package {@code regex}), what a column
 * means (package {@code meaning}), which row refers to which (package {@code fill}).
 */
@NullMarked
package dev.seedplan.runtime.internal.solve;

import org.jspecify.annotations.NullMarked;
