package dev.seedplan.runtime.internal.rules;

import dev.seedplan.runtime.internal.types.SqlType;

/** The limits that a type sets itself. */
final class Limits {

    private Limits() {}

    /** {@return the most characters a text type holds; {@link Integer#MAX_VALUE} for no limit} */
    static int characters(SqlType type) {
        return type.scalar()
                .filter(s -> s.modifier() >= 4 && (s.is("varchar") || s.is("bpchar")))
                .map(s -> s.modifier() - 4)
                .orElse(Integer.MAX_VALUE);
    }
}
