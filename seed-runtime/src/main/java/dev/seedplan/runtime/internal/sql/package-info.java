/**
 * PostgreSQL's expressions, read and evaluated: what {@code pg_get_constraintdef}, {@code pg_get_expr} and {@code
 * pg_get_indexdef} print becomes a tree ({@link dev.seedplan.runtime.internal.sql.Expr}, {@link
 * dev.seedplan.runtime.internal.sql.SqlParser}); over a row the tree has a value, or the explicit answer that only the
 * server knows it ({@link dev.seedplan.runtime.internal.sql.Evaluator}). Three-valued logic throughout. Calls of SQL
 * functions whose body is one SELECT of an expression are replaced by it ({@link
 * dev.seedplan.runtime.internal.sql.Inlining}).
 *
 * <p>Not here: what an expression says about the values a column may have (package {@code solve}).
 */
@NullMarked
package dev.seedplan.runtime.internal.sql;

import org.jspecify.annotations.NullMarked;
