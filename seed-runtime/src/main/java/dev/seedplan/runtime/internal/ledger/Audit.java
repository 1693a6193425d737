package dev.seedplan.runtime.internal.ledger;

import dev.seedplan.schema.QName;
import java.util.List;

/** Is told what is deleted, before it is committed. */
interface Audit {

    /** Tells nobody. */
    Audit NONE = (table, keys) -> {};

    /**
     * Takes rows that have been deleted.
     *
     * @param keys of each row the primary key as text, or all columns where there is none
     */
    void deleted(QName table, List<String> keys);
}
