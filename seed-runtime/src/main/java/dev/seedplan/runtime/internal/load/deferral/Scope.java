package dev.seedplan.runtime.internal.load.deferral;

import java.util.List;

/** What of a table may wait. */
enum Scope {
    /** Foreign keys, indexes and unique keys: all is back in the same transaction. */
    ALL,
    /** Foreign keys, until a later transaction. */
    KEYS,
    /** What concerns nobody but the table itself, so that tables can be loaded at the same time. */
    INDEXES;

    /** {@return a table as far as it matters} */
    TableFacts of(TableFacts table) {
        return this == ALL
                ? table
                : new TableFacts(
                        table.oid(),
                        table.id(),
                        table.sql(),
                        table.existing(),
                        this == KEYS ? table.keys() : List.of(),
                        this == KEYS ? List.of() : table.indexes(),
                        this == KEYS ? List.of() : table.uniques(),
                        table.referencing(),
                        table.hindrances(),
                        this == INDEXES && table.emptiable());
    }
}
