/**
 * What a column is about, told from its name, comment, type and table, and values a person believes for it.
 *
 * <p>{@link dev.seedplan.runtime.internal.meaning.Meanings} reads the table of patterns in {@code meanings.csv}; {@link
 * dev.seedplan.runtime.internal.meaning.MeaningValues} gives a value for a column of a row. A row's values agree with each
 * other since each is computed from the same row's draws: nothing depends on the order in which columns are read.
 *
 * <p>Not here: keys, foreign keys and unique values (package {@code fill}), and constraints (package {@code solve}): a value
 * from here is a proposal that they adapt or replace.
 */
@NullMarked
package dev.seedplan.runtime.internal.meaning;

import org.jspecify.annotations.NullMarked;
