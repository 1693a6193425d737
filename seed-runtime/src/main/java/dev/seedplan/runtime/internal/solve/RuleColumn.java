package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.types.SqlType;

/**
 * A column whose values are looked for.
 *
 * @param name as stored in the catalog
 * @param type its type, whose domains' checks hold too
 * @param notNull whether it is NOT NULL, other than by a domain
 */
public record RuleColumn(String name, SqlType type, boolean notNull) {}
