/**
 * PostgreSQL's types as the fill sees them: a type resolved down to what its values are made of ({@link
 * dev.seedplan.runtime.internal.types.SqlType}), values made up for a type that nothing else is known about, and the text
 * form in which a value is sent.
 *
 * <p>A value is held as one Java class for each type, in all packages that make, restrict or send values: NULL as {@code
 * null}; boolean as {@code Boolean}; smallint, integer, bigint and oid as {@code Long}; numeric and money as {@code
 * BigDecimal}; real and double precision as {@code Double}; date as {@code LocalDate}; timestamp as {@code LocalDateTime};
 * timestamptz as {@code Instant}; time as {@code LocalTime}; uuid as {@code UUID}; bytea as {@code byte[]}; an array as
 * {@code List} of its elements, which may be lists again; everything else (text, varchar, char, citext, name, enum labels,
 * json, jsonb, xml, interval, timetz, network, geometric, range, composite and all other types) as the {@code String} that
 * PostgreSQL reads. Java's greatest and least date, timestamp and instant are the infinities.
 *
 * <p>{@link dev.seedplan.runtime.internal.types.TypeValues} makes values, {@link
 * dev.seedplan.runtime.internal.types.ValueText} writes and reads them, {@link
 * dev.seedplan.runtime.internal.types.ValueOrder} orders those that Java can order as PostgreSQL does. A new type gets a line in
 * one of the {@code …Sources}.
 *
 * <p>Not here: constraints (package {@code solve}), meaning of names (package {@code meaning}), keys and rows (package
 * {@code fill}).
 */
@NullMarked
package dev.seedplan.runtime.internal.types;

import org.jspecify.annotations.NullMarked;
